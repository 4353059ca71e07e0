"use client";

import {
  startTransition,
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
import type {
  BatchAnswer,
  BatchMark,
  ChangeMark,
  FeedAnswer,
  Mark,
  MarkAnswer,
} from "@/lib/notifications/notification";
import type { Result } from "@/lib/result";
import { NotificationsContext } from "./notifications-context";
import { useOfferTakeBack } from "./use-offer-take-back";

type NotificationsProviderProps = {
  userId: string;
  /** The notifications that the server read for this page; null where it could not. */
  initial: FeedAnswer | null;
  markRead: (input: Mark & { userId: string }) => Promise<Result<MarkAnswer>>;
  markBatch: (input: BatchMark & { userId: string }) => Promise<Result<BatchAnswer>>;
  change: (input: ChangeMark & { userId: string }) => Promise<Result<MarkAnswer>>;
  children: ReactNode;
};

type Deed = (bell: Bell) => unknown;

const noWatch = () => () => undefined;

export function NotificationsProvider(props: NotificationsProviderProps) {
  const { userId, initial, markRead, markBatch, change, children } = props;
  const [first] = useState(initial);
  const [before] = useState(() => viewOf(initialState(initial)));
  const [bell, setBell] = useState<Bell | null>(null);
  /** What was asked of the bell before it had started. */
  const early = useRef<Deed[]>([]);
  /** For whoever asks later with what an earlier render gave them: the Undo in a message. */
  const running = useRef<Bell | null>(null);
  const offerTakeBack = useOfferTakeBack();

  useEffect(() => {
    let started: Bell | null = null;
    const mark = (one: Mark) => markRead({ userId, ...one });
    const inBatches = (batch: BatchMark) => markBatch({ userId, ...batch });
    const load = () => import("@/lib/notifications/bell/live-bell");
    const giveUp = loadWhenIdle(load, ({ startLiveBell }) => {
      started = startLiveBell({
        userId,
        initial: first,
        mark,
        markBatch: inBatches,
        change: (one) => change({ userId, ...one }),
      });
      running.current = started;
      const bell = started;
      startTransition(() => setBell(bell));
      for (const deed of early.current.splice(0)) deed(started);
    });
    return () => {
      giveUp();
      started?.stop();
      running.current = null;
      setBell(null);
    };
  }, [userId, first, markRead, markBatch, change]);

  // The server's next render of the page may bring newer notifications; an older answer changes nothing.
  useEffect(() => {
    if (initial) bell?.offer(initial);
  }, [bell, initial]);

  const view = useSyncExternalStore(
    bell?.watch ?? noWatch,
    () => bell?.view() ?? before,
    () => before,
  );
  const ask = useCallback(
    (deed: Deed) => void (running.current ? deed(running.current) : early.current.push(deed)),
    [],
  );
  const value = useMemo(
    () => ({
      ...view,
      mark: (one: Mark) => ask((started) => started.mark(one)),
      change: (one: ChangeMark) => ask((started) => started.change(one)),
      markAllRead: () => ask((started) => started.markAllRead(offerTakeBack)),
    }),
    [view, ask, offerTakeBack],
  );
  return <NotificationsContext value={value}>{children}</NotificationsContext>;
}
