"use client";

import { BellOff, Settings } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
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

function Body({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("notifications.empty");
  const { rows, knownAt, status } = useNotifications();
  if (rows.length > 0) return <NotificationList onLeave={onLeave} />;
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

export const NotificationPanel = ({ titleId, onLeave }: NotificationPanelProps) => (
  <>
    <Header titleId={titleId} onLeave={onLeave} />
    <QuietLine />
    <div className="min-h-0 grow overflow-y-auto overscroll-contain">
      <PanelNotices />
      <Body onLeave={onLeave} />
    </div>
    <Foot onLeave={onLeave} />
  </>
);
