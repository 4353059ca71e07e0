"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { nextMessage } from "@/lib/notifications/delivery/next-message";
import type { Frequency } from "@/lib/notifications/delivery/situation";
import { notifications, type NotificationSchedule } from "@/lib/settings/notifications";
import { defaults } from "@/lib/settings/sections";
import { wishesOf } from "@/lib/notifications/delivery/wishes";
import { useMinute } from "./use-minute";
import { useWhen } from "./use-when";

/** Says when the next daily and the next weekly digest would go out by e-mail under this schedule. */
export function NextDigests({ schedule }: { schedule: NotificationSchedule }) {
  const t = useTranslations("settings.notifications.schedule");
  const now = useMinute();
  const when = useWhen(schedule.timezone, now);
  const { daily, weekly } = useMemo(() => {
    const wishes = wishesOf({ ...defaults(notifications), notification_schedule: schedule }, "email", "");
    const next = (frequency: Frequency) => nextMessage({ ...wishes, frequency }, "email", now);
    return { daily: next("daily"), weekly: next("weekly") };
  }, [schedule, now]);
  return (
    <p className="text-sm text-ink-soft">{t("digestNext", { daily: when(daily), weekly: when(weekly) })}</p>
  );
}
