"use client";

import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Announcer } from "./announcer";
import { NotificationPanel } from "./notification-panel";
import { useNotifications } from "./notifications-context";
import { onBellAsked } from "./open-bell";
import { UnreadBadge } from "./unread-badge";
import { useTitleCount } from "./use-title-count";

/** The panel itself gets the focus, so that screen readers read its heading before its first button. */
function focusPanel(event: Event) {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** The bell of the top bar, with the number of unread notifications, and its list. Needs NotificationsProvider. */
export function Bell() {
  const t = useTranslations("notifications");
  const { unread } = useNotifications();
  const [open, setOpen] = useState(false);
  const titleId = useId();
  useTitleCount(unread);
  useEffect(() => onBellAsked(() => setOpen(true)), []);
  return (
    <>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <IconButton framed label={t("bell", { count: unread })} className="relative">
            <BellIcon aria-hidden="true" />
            <UnreadBadge count={unread} />
          </IconButton>
        </PopoverTrigger>
        <PopoverContent
          align="end"
          aria-labelledby={titleId}
          onOpenAutoFocus={focusPanel}
          className="flex max-h-[min(40rem,var(--radix-popover-content-available-height))] w-[calc(100vw-1.5rem)] flex-col sm:w-104"
        >
          <NotificationPanel titleId={titleId} onLeave={() => setOpen(false)} />
        </PopoverContent>
      </Popover>
      <Announcer />
    </>
  );
}
