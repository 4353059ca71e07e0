"use client";

import { useTranslations } from "next-intl";
import { useSettingWords } from "@/components/settings/setting-words";
import { useFormatsIn } from "@/components/ui/use-formats";
import { nextClockChange } from "@/lib/notifications/schedule/clock-change";
import { useMinute } from "./use-minute";

const minuteMs = 60_000;

/** When the clocks of a zone change next, and by how much. */
export function ClockChange({ timeZone }: { timeZone: string }) {
  const t = useTranslations("settings.notifications.schedule.clock");
  const words = useSettingWords();
  const { date } = useFormatsIn(timeZone);
  const change = nextClockChange(timeZone, useMinute());
  if (!change) return <p className="text-sm text-ink-soft">{t("none")}</p>;
  const amount = words.duration(Math.abs(change.minutes) * minuteMs);
  return (
    <p className="text-sm text-ink-soft">
      {t(change.minutes > 0 ? "forward" : "back", { date: date(change.at), amount })}
    </p>
  );
}
