"use client";

import { useTranslations } from "next-intl";
import { useFormatsIn } from "@/components/ui/use-formats";
import { daysBetween } from "@/lib/time/civil-days";

/** Names a future moment on the clock of a zone: a time today, tomorrow, on a weekday, or with its date. */
export function useWhen(timeZone: string, now: string) {
  const t = useTranslations("settings.notifications.schedule.when");
  const { time, day, weekday, zone } = useFormatsIn(timeZone);
  return (at: string): string => {
    const days = daysBetween(now, at, zone);
    if (days <= 1) return t(days === 1 ? "tomorrow" : "today", { time: time(at) });
    const name = days < 7 ? weekday(at, "long") : day(at);
    return t("later", { day: name, time: time(at) });
  };
}
