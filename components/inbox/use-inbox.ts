"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { useNotifications } from "@/components/notifications/notifications-context";
import { useNow } from "@/components/ui/use-now";
import { fetchResult } from "@/lib/fetch-result";
import { createInboxList } from "@/lib/notifications/inbox/inbox-list";
import type { InboxAnswer } from "@/lib/notifications/inbox/inbox-row";
import type { InboxQuery } from "@/lib/notifications/inbox/query";
import { shownInbox } from "@/lib/notifications/inbox/shown";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";

export type InboxAsk = { userId: string; query: InboxQuery; opened: string | undefined };

const refreshMs = 10_000;

const readPage = ({ userId, query, opened }: InboxAsk, before: number | null, size: number) =>
  fetchResult<InboxAnswer>(
    paths.api.inbox(userId, {
      ...query,
      size: String(size),
      before: before?.toString(),
      open: before === null ? opened : undefined,
    }),
  );

/**
 * The rows of one view and filter: mount the component anew when they change. Read again whenever the bell has read, so
 * that what another tab or device does shows; what is done here shows at once, because both draw on the bell's edits.
 */
export function useInbox(ask: InboxAsk, initial: Result<InboxAnswer> | null) {
  const [list] = useState(() => createInboxList((before, size) => readPage(ask, before, size), initial));
  const state = useSyncExternalStore(list.subscribe, list.state, list.state);
  const { knownAt, edits, settled } = useNotifications();
  const readAt = state.list?.at ?? null;
  const ticked = useNow({ updateInterval: refreshMs });
  // What was read awake is shown awake, whenever the page's clock ticks next.
  const now = readAt !== null && Date.parse(readAt) > ticked.getTime() ? new Date(readAt) : ticked;

  const catchUp = useEffectEvent((at: string | null) => {
    if (list.state().list?.at !== at) void list.refresh();
  });
  useEffect(() => catchUp(knownAt), [knownAt]);
  // A row that a read took off the list comes back only by another one: Undo may have brought it back meanwhile.
  const settledAt = settled.at(-1)?.at ?? null;
  useEffect(() => {
    if (settledAt !== null) catchUp(settledAt);
  }, [settledAt]);

  const rows =
    state.list &&
    shownInbox(state.list, { edits, settled }, { view: ask.query.view, now, opened: ask.opened });
  return { ...state, rows, now, refresh: list.refresh, more: list.more };
}
