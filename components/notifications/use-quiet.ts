"use client";

import { useMemo } from "react";
import { useTranslations } from "next-intl";
import { useWhen } from "@/components/settings/notifications/use-when";
import { useMinute } from "@/components/settings/notifications/use-minute";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { meetingOn, type Meeting } from "@/lib/notifications/meetings";
import { nextChange, stateAt, type Schedule } from "@/lib/notifications/schedule/schedule";
import type { NotificationSettings } from "@/lib/settings/notifications";
import { serverClock } from "@/lib/server-clock";
import { useNotifications } from "./notifications-context";

type Wishes = NotificationSettings["notification_schedule"];

/** Whether the person's hours are quiet at this moment, or a meeting is on that the bell waits for, by the product's clock. */
export function isQuietNow(schedule: Wishes, meetings: readonly Meeting[]): boolean {
  const now = new Date(serverClock.now()).toISOString();
  return stateAt(schedule, now) === "quiet" || meetingFor(schedule, meetings, now) !== null;
}

/** The meeting for whose end the bell waits. A setting that was switched a moment ago is obeyed before the next read. */
const meetingFor = ({ waitInMeetings }: Wishes, meetings: readonly Meeting[], now: string): Meeting | null =>
  waitInMeetings ? meetingOn(meetings, now) : null;

/** Quiet hours, a pause or a meeting, in words, with their end; null while the bell may be heard. */
export function useQuiet(): { kind: "quiet" | "paused" | "meeting"; words: string } | null {
  const t = useTranslations("notifications.quiet");
  const schedule = useNotificationSettings().value.notification_schedule;
  const { meetings } = useNotifications();
  const now = useMinute();
  const when = useWhen(schedule.timezone, now);
  const written = JSON.stringify(schedule);
  // Calculated once for each minute and schedule.
  const { isQuiet, change } = useMemo(() => {
    const same: Schedule = JSON.parse(written);
    const isQuiet = stateAt(same, now) === "quiet";
    return { isQuiet, change: isQuiet ? nextChange(same, now) : null };
  }, [written, now]);
  if (!isQuiet) {
    const on = meetingFor(schedule, meetings, now);
    return on && { kind: "meeting", words: t("meeting", { moment: when(on.ends_at) }) };
  }
  const isPause = Date.parse(schedule.pausedUntil) > Date.parse(now);
  const kind = isPause ? "paused" : "quiet";
  if (change === null) return { kind, words: t("always") };
  return { kind, words: t(isPause ? "paused" : "until", { moment: when(change) }) };
}
