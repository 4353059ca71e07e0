"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "@/components/ui/cn";
import type { Notification } from "@/lib/notifications/notification";
import { ItemAbout } from "./item-about";
import { NotificationIcon } from "./notification-icon";
import { NotificationLink } from "./notification-link";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useNotifications } from "./notifications-context";
import { ReadButton } from "./read-button";
import { TimeAgo } from "./time-ago";

type NotificationItemProps = { row: Notification; now: Date; onLeave: () => void };

/** A notification. Opening it marks it as read; pressing its dot does so without opening it. */
export function NotificationItem({ row, now, onLeave }: NotificationItemProps) {
  const t = useTranslations("notifications");
  const { mark } = useNotifications();
  const text = useNotificationText();
  const titleId = useId();
  const isRead = row.read_at !== null;
  const markRead = (read: boolean) => mark({ ids: [row.id], read });
  const open = () => {
    if (!isRead) markRead(true);
    onLeave();
  };
  return (
    <li
      data-notification={row.id}
      data-unread={!isRead || undefined}
      className="group relative flex gap-3 border-t border-line px-4 py-(--item-y) first:border-t-0 hover:bg-sunken"
    >
      <NotificationIcon row={row} />
      <div className="min-w-0 grow">
        <div className="flex items-baseline justify-between gap-3">
          <p id={titleId} className={cn("min-w-0 wrap-anywhere", isRead && "text-ink-soft")}>
            {!isRead && <span className="sr-only">{t("unread")} </span>}
            <NotificationLink url={row.action_url} onOpen={open}>
              {text.title(row)}
            </NotificationLink>
          </p>
          <TimeAgo at={row.occurred_at} now={now} />
        </div>
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0 pt-0.5">
            <p className="wrap-anywhere text-ink-soft">{text.line(row)}</p>
            <ItemAbout row={row} titleId={titleId} onLeave={onLeave} />
          </div>
          <ReadButton isRead={isRead} title={text.plainTitle(row)} onMark={markRead} />
        </div>
      </div>
    </li>
  );
}
