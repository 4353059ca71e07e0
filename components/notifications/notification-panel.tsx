"use client";

import { BellOff, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { Notification } from "@/lib/notifications/notification";
import { paths } from "@/lib/paths";
import { LiveDot } from "./live-dot";
import { NotificationList } from "./notification-list";
import { useNotifications } from "./notifications-context";
import { PanelNotices } from "./panel-notices";
import { QuietLine } from "./quiet-line";

function Header({ titleId, onLeave }: NotificationPanelProps) {
  const t = useTranslations("notifications");
  const { status, unread, markAllRead } = useNotifications();
  const nothing = unread === 0;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3">
      <h2 id={titleId} className="me-auto text-md font-semibold">
        {t("title")}
      </h2>
      <LiveDot status={status} />
      <button
        type="button"
        // Not `disabled`: a disabled button would lose the focus.
        aria-disabled={nothing}
        onClick={() => nothing || markAllRead()}
        className="tap rounded-xs text-sm font-medium text-accent hover:text-accent-hover hover:underline aria-disabled:cursor-default aria-disabled:text-ink-faint aria-disabled:no-underline"
      >
        {t("markAll")}
      </button>
      <Link
        href={paths.settings.notifications()}
        onClick={onLeave}
        aria-label={t("settings")}
        title={t("settings")}
        className="tap relative -me-1.5 flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Settings aria-hidden="true" className="size-4" />
      </Link>
    </div>
  );
}

function Loading() {
  const t = useTranslations("notifications");
  return (
    <div aria-busy="true" className="flex flex-col gap-5 px-4 py-4">
      <p className="sr-only">{t("loading")}</p>
      {[0, 1, 2].map((index) => (
        <div key={index} className="flex gap-3">
          <Skeleton className="size-9" />
          <div className="flex grow flex-col gap-2 pt-1">
            <Skeleton className="h-3.5 w-3/5" />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}

type BodyProps = Pick<NotificationPanelProps, "onLeave"> & { shown: Shown };

function Body({ onLeave, shown }: BodyProps) {
  const t = useTranslations("notifications.empty");
  const { rows, unread, knownAt, status } = useNotifications();
  const isShown = (row: Notification) => shown === "all" || row.read_at === null || shown.has(row.id);
  const listed = rows.filter(isShown);
  if (rows.length > 0 && (listed.length > 0 || unread > 0))
    return <NotificationList rows={listed} onLeave={onLeave} />;
  if (rows.length > 0) return <EmptyState icon={<BellOff />} title={t("allRead")} />;
  if (knownAt !== null)
    return (
      <EmptyState icon={<BellOff />} title={t("title")}>
        {t("body")}
      </EmptyState>
    );
  return status === "offline" || status === "ended" ? null : <Loading />;
}

function Foot({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("notifications");
  return (
    <Link
      href={paths.notifications()}
      onClick={onLeave}
      className="border-t border-line px-4 py-3 text-center font-medium text-accent -outline-offset-2 hover:bg-sunken hover:text-accent-hover"
    >
      {t("seeAll")}
    </Link>
  );
}

type NotificationPanelProps = { titleId: string; onLeave: () => void };

/** The ids of what was unread when only that was asked for: what is read since stays, so that nothing goes under a finger. */
type Shown = "all" | ReadonlySet<string>;

export function NotificationPanel({ titleId, onLeave }: NotificationPanelProps) {
  const { rows } = useNotifications();
  const [shown, show] = useState<Shown>("all");
  const unread = () => new Set(rows.filter(({ read_at }) => read_at === null).map(({ id }) => id));
  return (
    <>
      <Header titleId={titleId} onLeave={onLeave} />
      <QuietLine unreadOnly={shown !== "all"} onUnreadOnly={(on) => show(on ? unread() : "all")} />
      <div className="min-h-0 grow overflow-y-auto overscroll-contain">
        <PanelNotices />
        <Body onLeave={onLeave} shown={shown} />
      </div>
      <Foot onLeave={onLeave} />
    </>
  );
}
