"use client";

import { useTranslations } from "next-intl";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useNotifications } from "./notifications-context";

/** Announces new notifications to screen readers, politely. */
export function Announcer() {
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const { arrived } = useNotifications();
  const latest = arrived?.rows[0];
  return (
    <div aria-live="polite" className="sr-only" data-testid="notification-announcer">
      {arrived && latest && (
        <p key={arrived.key}>
          {t("arrived", { count: arrived.rows.length, title: text.plainTitle(latest) })}
        </p>
      )}
    </div>
  );
}
