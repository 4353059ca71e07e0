"use client";

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { loadWhenIdle } from "@/components/ui/load-when-idle";
import type { Bell } from "@/lib/notifications/bell/bell";
import { initialState, viewOf } from "@/lib/notifications/bell/view";
import type { Mark } from "@/lib/notifications/bell/marking";
import type { FeedAnswer, MarkAnswer } from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import { NotificationsContext } from "./notifications-context";

type NotificationsProviderProps = {
  userId: string;
  /** The notifications that the server read for this page; null where it could not. */
  initial: FeedAnswer | null;
  markRead: (input: Mark & { userId: string }) => Promise<Result<MarkAnswer>>;
  children: ReactNode;
};

const noWatch = () => () => undefined;

export function NotificationsProvider({ userId, initial, markRead, children }: NotificationsProviderProps) {
  const [first] = useState(initial);
  const [before] = useState(() => viewOf(initialState(initial)));
  const [bell, setBell] = useState<Bell | null>(null);
  /** Marks that were made before the bell had started. */
  const early = useRef<Mark[]>([]);

  useEffect(() => {
    let started: Bell | null = null;
    const send = (mark: Mark) => markRead({ userId, ...mark });
    const load = () => import("@/lib/notifications/bell/live-bell");
    const giveUp = loadWhenIdle(load, ({ startLiveBell }) => {
      started = startLiveBell({ userId, initial: first, mark: send });
      setBell(started);
      for (const wanted of early.current.splice(0)) void started.mark(wanted);
    });
    return () => {
      giveUp();
      started?.stop();
      setBell(null);
    };
  }, [userId, first, markRead]);

  // The server's next render of the page may bring newer notifications; an older answer changes nothing.
  useEffect(() => {
    if (initial) bell?.offer(initial);
  }, [bell, initial]);

  const view = useSyncExternalStore(
    bell?.watch ?? noWatch,
    () => bell?.view() ?? before,
    () => before,
  );
  const mark = useCallback(
    (wanted: Mark) => void (bell ? bell.mark(wanted) : early.current.push(wanted)),
    [bell],
  );
  const value = useMemo(() => ({ ...view, mark }), [view, mark]);
  return <NotificationsContext value={value}>{children}</NotificationsContext>;
}
