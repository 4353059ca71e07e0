"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { countedUnread, type Notification } from "@/lib/notifications/notification";
import { groupByDay, type DayGroup } from "@/lib/notifications/bell/grouping";
import { NotificationItem } from "./notification-item";
import { useNotifications } from "./notifications-context";

const refreshMs = 20_000;

type GroupProps = { group: DayGroup; now: Date; onLeave: () => void };

function Group({ group, now, onLeave }: GroupProps) {
  const t = useTranslations("notifications");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3
        id={id}
        className="sticky top-0 z-2 border-b border-line bg-raised px-4 py-1.5 text-xs font-medium text-ink-faint"
      >
        {t(group.key)}
      </h3>
      <ul>
        {group.rows.map((row) => (
          <NotificationItem key={row.id} row={row} now={now} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  );
}

type NotificationListProps = { rows: readonly Notification[]; onLeave: () => void };

/** Those of the newest notifications that are to be shown, by day, and how many older ones are still unread. */
export function NotificationList({ rows: shown, onLeave }: NotificationListProps) {
  const t = useTranslations("notifications");
  const { rows, unread } = useNotifications();
  const { zone } = useFormats();
  const now = useNow({ updateInterval: refreshMs });
  const older = unread - rows.filter((row) => row.read_at === null).length;
  const isCounted = unread < countedUnread;
  return (
    <>
      {groupByDay(shown, now, zone).map((group) => (
        <Group key={group.key} group={group} now={now} onLeave={onLeave} />
      ))}
      {older > 0 && (
        <p className="border-t border-line px-4 py-3 text-center text-sm text-ink-soft">
          {t("latest", { count: rows.length })} {isCounted ? t("older", { count: older }) : t("olderMore")}
        </p>
      )}
    </>
  );
}
