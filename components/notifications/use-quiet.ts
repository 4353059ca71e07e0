"use client";

import { useMemo } from "react";
import { useTranslations } from "next-intl";
import { useWhen } from "@/components/settings/notifications/use-when";
import { useMinute } from "@/components/settings/notifications/use-minute";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { nextChange, stateAt, type Schedule } from "@/lib/notifications/schedule/schedule";
import { serverClock } from "@/lib/server-clock";

/** Whether the person's hours are quiet at this moment, by the product's clock. */
export const isQuietNow = (schedule: Schedule): boolean =>
  stateAt(schedule, new Date(serverClock.now()).toISOString()) === "quiet";

/** Quiet hours or a pause, in words, with their end; null while the bell may be heard. */
export function useQuiet(): { kind: "quiet" | "paused"; words: string } | null {
  const t = useTranslations("notifications.quiet");
  const schedule = useNotificationSettings().value.notification_schedule;
  const now = useMinute();
  const when = useWhen(schedule.timezone, now);
  const written = JSON.stringify(schedule);
  // Calculated once for each minute and schedule.
  const { isQuiet, change } = useMemo(() => {
    const same: Schedule = JSON.parse(written);
    const isQuiet = stateAt(same, now) === "quiet";
    return { isQuiet, change: isQuiet ? nextChange(same, now) : null };
  }, [written, now]);
  if (!isQuiet) return null;
  const isPause = Date.parse(schedule.pausedUntil) > Date.parse(now);
  const kind = isPause ? "paused" : "quiet";
  if (change === null) return { kind, words: t("always") };
  return { kind, words: t(isPause ? "paused" : "until", { moment: when(change) }) };
}
