"use client";

import { AlarmClock, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NotificationIcon } from "@/components/notifications/notification-icon";
import { NotificationLink } from "@/components/notifications/notification-link";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { TimeAgo } from "@/components/notifications/time-ago";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import type { InboxRow } from "@/lib/notifications/inbox/inbox-row";
import { hasWoken, isAsleep, placedAt } from "@/lib/notifications/inbox/shown";
import { RowActions, type RowDeeds } from "./row-actions";

/** The id under which a row stands in the page; an address leads there. */
export const rowId = (id: string): string => `notification-${id}`;

type InboxItemProps = {
  row: InboxRow;
  now: Date;
  isSelected: boolean;
  onSelect: (row: InboxRow, isSelected: boolean) => void;
  deeds: RowDeeds;
};

/** A notification on its page. Opening it marks it as read. */
export function InboxItem({ row, now, isSelected, onSelect, deeds }: InboxItemProps) {
  const t = useTranslations("inbox");
  const words = useTranslations("notifications");
  const text = useNotificationText();
  const isRead = row.read_at !== null;
  return (
    <li
      id={rowId(row.id)}
      data-row={row.id}
      data-unread={!isRead || undefined}
      tabIndex={-1}
      className={cn(
        "group relative flex gap-3 px-4 py-(--item-y) -outline-offset-2 hover:bg-sunken",
        isSelected && "bg-accent-soft",
      )}
    >
      <label className="tap relative z-1 mt-2.5 flex size-4 shrink-0">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={t("select", { title: text.plainTitle(row) })}
          onChange={(event) => onSelect(row, event.target.checked)}
          className="size-4 accent-(--accent)"
        />
      </label>
      <NotificationIcon row={row} />
      <div className="min-w-0 grow">
        <div className="flex items-baseline justify-between gap-3">
          <p className={cn("min-w-0 wrap-anywhere", isRead && "text-ink-soft")}>
            {!isRead && <span className="sr-only">{words("unread")} </span>}
            <NotificationLink url={row.action_url} onOpen={() => isRead || deeds.mark(row, true)}>
              {text.title(row)}
            </NotificationLink>
          </p>
          <TimeAgo at={placedAt(row, now)} now={now} />
        </div>
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <div className="min-w-0 pt-0.5 text-ink-soft">
            <p className="wrap-anywhere">{text.line(row)}</p>
            <About row={row} now={now} />
          </div>
          <div className="ms-auto">
            <RowActions row={row} now={now} deeds={deeds} />
          </div>
        </div>
      </div>
    </li>
  );
}

/** The project, who did it, and whether it sleeps, has woken or is done. */
function About({ row, now }: { row: InboxRow; now: Date }) {
  const t = useTranslations("inbox");
  const { moment } = useFormats();
  const parts: { key: string; words: ReactNode }[] = [];
  if (row.project_name) parts.push({ key: "project", words: <bdi>{row.project_name}</bdi> });
  if (row.actor_name)
    parts.push({ key: "actor", words: <bdi>{t("by", { name: `\u2068${row.actor_name}\u2069` })}</bdi> });
  if (row.snoozed_until && row.archived_at === null && (isAsleep(row, now) || hasWoken(row, now)))
    parts.push({
      key: "snooze",
      words: (
        <span className="inline-flex items-center gap-1 text-accent">
          <AlarmClock aria-hidden="true" className="size-3.5" />
          {t(isAsleep(row, now) ? "asleep" : "woke", { moment: moment(row.snoozed_until) })}
        </span>
      ),
    });
  if (row.kept_away !== null) parts.push({ key: "kept", words: t("kept") });
  if (row.archived_at !== null)
    parts.push({
      key: "done",
      words: (
        <span className="inline-flex items-center gap-1">
          <Check aria-hidden="true" className="size-3.5" />
          {t("isDone")}
        </span>
      ),
    });
  if (parts.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5 pt-0.5 text-sm text-ink-faint">
      {parts.map(({ key, words }) => (
        <span key={key}>{words}</span>
      ))}
    </p>
  );
}
