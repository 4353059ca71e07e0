"use client";

import { useTranslations } from "next-intl";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useNotifications } from "./notifications-context";

/** The sentence that says what has just arrived. */
export function Arrival() {
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const { arrived } = useNotifications();
  const latest = arrived?.rows[0];
  if (!arrived || !latest) return null;
  return (
    <p key={arrived.key}>{t("arrived", { count: arrived.rows.length, title: text.plainTitle(latest) })}</p>
  );
}
