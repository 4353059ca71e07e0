"use client";

import { Bell as BellIcon } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { fetchedEarly } from "@/components/ui/fetched-early";
import { laterPart } from "@/components/ui/later-part";
import { usePopup } from "@/components/ui/use-popup";
import { Announcer } from "./announcer";
import { useNotifications } from "./notifications-context";
import { onBellAsked } from "./open-bell";
import { UnreadBadge } from "./unread-badge";
import { useTitleCount } from "./use-title-count";
import { useUnreadWords } from "./use-unread-words";

const loadPanel = fetchedEarly(() => import("./bell-panel").then((module) => module.BellPanel));

/** What the bell can stand without: its crescent, messages, tone, and the number on the icon of the app. */
const BellExtras = laterPart(() => import("./bell-extras").then((module) => module.BellExtras));

/** The bell of the top bar, with the number of unread notifications, and its list. Needs NotificationsProvider. */
export function Bell() {
  const { unread } = useNotifications();
  const { digits, label } = useUnreadWords(unread);
  const { Part, popup, button } = usePopup("dialog", loadPanel);
  useTitleCount(unread > 0 ? digits : null);
  const open = useEffectEvent(() => popup.onOpenChange(true));
  useEffect(() => onBellAsked(() => open()), []);
  return (
    <>
      <IconButton
        {...button}
        framed
        label={label}
        aria-describedby={`${popup.id}-quiet`}
        className="relative"
      >
        <BellIcon aria-hidden="true" />
        {unread > 0 && <UnreadBadge digits={digits} />}
        <BellExtras descriptionId={`${popup.id}-quiet`} />
      </IconButton>
      {Part && <Part popup={popup} />}
      <Announcer />
    </>
  );
}
