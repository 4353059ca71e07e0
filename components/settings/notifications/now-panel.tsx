"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormatsIn } from "@/components/ui/use-formats";
import { useLocale } from "@/components/ui/use-locale";
import { cityOf } from "@/lib/time/zone-words";
import { zoneOf } from "@/lib/time/zone-table";
import { dayPlan } from "@/lib/notifications/schedule/day-plan";
import { nextChange, stateAt, type Schedule } from "@/lib/notifications/schedule/schedule";
import { DayBar } from "./day-bar";
import { stateLooks } from "./state-looks";
import { useMinute } from "./use-minute";
import { useWhen } from "./use-when";

type NowPanelProps = {
  schedule: Schedule;
  /** The schedule has edits that are not saved yet. */
  isPreview: boolean;
};

/** Says which state the schedule is in now and until when, in words and as a picture of the day. */
export function NowPanel({ schedule, isPreview }: NowPanelProps) {
  const t = useTranslations("settings.notifications.schedule");
  const locale = useLocale();
  const now = useMinute();
  const when = useWhen(schedule.timezone, now);
  const { time } = useFormatsIn(schedule.timezone);
  const { state, change, plan } = useSchedule(schedule, now);
  const isPause = change !== null && Date.parse(change) === Date.parse(schedule.pausedUntil);
  const { icon: Icon, ink } = stateLooks[state];
  const sentence = change === null ? "always" : isPause ? "paused" : "until";
  return (
    <div className="grid gap-4 px-5 pt-4 pb-5">
      <div className="flex items-start gap-3">
        <span className={`flex size-9 shrink-0 items-center justify-center rounded-md ${ink}`}>
          <Icon aria-hidden="true" className="size-4.5" />
        </span>
        <div className="min-w-0 grow">
          <p role="status" className="text-md">
            {t.rich(`now.${sentence}`, {
              b: (words) => <strong className="font-semibold">{words}</strong>,
              state: t(`state.${state}`).toLocaleLowerCase(locale),
              until: change ? when(change) : "",
            })}
          </p>
          <p className="text-sm text-ink-soft">
            {t(`meaning.${state}`)} {isPreview && <span className="text-caution">{t("now.preview")}</span>}
          </p>
        </div>
        <p className="shrink-0 text-sm text-ink-soft max-sm:hidden">
          {t("now.clock", { time: time(now), city: cityOf(zoneOf(schedule.timezone), locale) })}
        </p>
      </div>
      <DayBar plan={plan} />
    </div>
  );
}

/** Calculated once for each minute and schedule, so that no other press on the page waits for it. */
function useSchedule(schedule: Schedule, now: string) {
  const written = JSON.stringify(schedule);
  return useMemo(() => {
    const same: Schedule = JSON.parse(written);
    return { state: stateAt(same, now), change: nextChange(same, now), plan: dayPlan(same, now) };
  }, [written, now]);
}
