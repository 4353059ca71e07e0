"use client";

import { useEffect } from "react";
import { useNotifications } from "./notifications-context";

/** The unread count on the icon of an installed app, where the device has such a thing. A refusal is no fault. */
export function useAppBadge() {
  const { unread } = useNotifications();
  useEffect(() => {
    if (!("setAppBadge" in navigator)) return;
    void navigator.setAppBadge(unread).catch(() => undefined);
  }, [unread]);
}
