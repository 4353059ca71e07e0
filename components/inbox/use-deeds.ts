"use client";

import { useTranslations } from "next-intl";
import { useNotifications } from "@/components/notifications/notifications-context";
import { useFormats } from "@/components/ui/use-formats";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import type { NotificationChange } from "@/lib/notifications/notification";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { inCalls, takeBack } from "@/lib/notifications/inbox/take-back";
import { serverClock } from "@/lib/server-clock";

export type Deeds = ReturnType<typeof useDeeds>;

/** What can be done with notifications, one or many: at once, said in a message, with its way back. */
export function useDeeds() {
  const t = useTranslations("inbox.said");
  const { change } = useNotifications();
  const { moment } = useFormats();
  const announce = useUndoToast();

  function act(rows: readonly InboxRow[], wanted: NotificationChange, said: string, values = {}) {
    if (rows.length === 0) return;
    const back = takeBack(rows, new Date(serverClock.now()));
    for (const call of inCalls({ ids: rows.map(({ id }) => id), change: wanted })) change(call);
    announce(t(said, { count: rows.length, ...values }), "inbox", () =>
      back.flatMap(inCalls).forEach(change),
    );
  }
  return {
    finish: (rows: readonly InboxRow[]) => act(rows, { archived: true }, "done"),
    unfinish: (rows: readonly InboxRow[]) => act(rows, { archived: false }, "undone"),
    snooze(rows: readonly InboxRow[], until: string) {
      act(rows, { snoozed_until: until }, "snoozed", { moment: moment(until) });
    },
    wake: (rows: readonly InboxRow[]) => act(rows, { snoozed_until: null }, "woken"),
    mark: (rows: readonly InboxRow[], read: boolean) => act(rows, { read }, read ? "read" : "unread"),
  };
}
