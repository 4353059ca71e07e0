"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useAppPreferences, useNotificationSettings } from "@/components/settings/settings-provider";
import { leaveBy } from "@/components/ui/leaving";
import { toast } from "@/components/ui/toast";
import type { Notification } from "@/lib/notifications/notification";
import { paths } from "@/lib/paths";
import { useNotificationText } from "@/components/vocabulary/notification-text";
import { useNotifications } from "./notifications-context";
import { playTone } from "./tone";
import { isQuietNow } from "./use-quiet";

/**
 * Says what comes in while the page is open and before the person: one message, also for many, and never in quiet hours or
 * a pause. What is kept away from the bell never comes here. The tone is a setting.
 */
export function useArrivalMessages() {
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const router = useRouter();
  const { arrived, meetings } = useNotifications();
  const schedule = useNotificationSettings().value.notification_schedule;
  const { notificationSound } = useAppPreferences().value.interface_settings;
  const said = useRef(arrived?.key ?? 0);

  const say = useEffectEvent((rows: readonly Notification[]) => {
    const [latest] = rows;
    if (!latest || document.visibilityState !== "visible" || isQuietNow(schedule, meetings)) return;
    const isOne = rows.length === 1;
    const see = () =>
      leaveBy(() => router.push(paths.notifications(isOne ? { view: "all", open: latest.id } : {})));
    toast(isOne ? text.plainTitle(latest) : t("burst", { count: rows.length }), {
      id: "arrived",
      action: { label: t(isOne ? "open" : "see"), onClick: see },
    });
    if (notificationSound) playTone();
  });
  useEffect(() => {
    if (!arrived || arrived.key === said.current) return;
    said.current = arrived.key;
    say(arrived.rows);
  }, [arrived]);
}
