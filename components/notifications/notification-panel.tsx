"use client";

import { BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { LiveDot } from "./live-dot";
import { NotificationList } from "./notification-list";
import { useNotifications } from "./notifications-context";
import { PanelNotices } from "./panel-notices";

function Header({ titleId }: { titleId: string }) {
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

type NotificationPanelProps = { titleId: string; onLeave: () => void };

export const NotificationPanel = ({ titleId, onLeave }: NotificationPanelProps) => (
  <>
    <Header titleId={titleId} />
    <div className="min-h-0 grow overflow-y-auto overscroll-contain">
      <PanelNotices />
      <Body onLeave={onLeave} />
    </div>
  </>
);
