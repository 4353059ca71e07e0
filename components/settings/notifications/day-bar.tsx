"use client";

import { useTranslations } from "next-intl";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { cn } from "@/components/ui/cn";
import type { DayPlan } from "@/lib/notifications/schedule/day-plan";
import type { ScheduleState } from "@/lib/notifications/schedule/schedule";
import { stateLooks } from "./state-looks";

const percent = (share: number) => `${share * 100}%`;
const states: readonly ScheduleState[] = ["open", "off-hours", "quiet"];

/**
 * Draws the day from midnight to midnight in the reading direction. The sentence above says the present state in
 * words.
 */
export function DayBar({ plan }: { plan: DayPlan }) {
  const t = useTranslations("settings.notifications.schedule");
  const { wall } = useScheduleWords();
  return (
    <div>
      <div aria-hidden="true">
        <div className="relative">
          <div className="flex h-7 gap-0.5 overflow-hidden rounded-md forced-color-adjust-none">
            {plan.stretches.map(({ state, from, until }) => (
              <span
                key={from}
                title={t(`state.${state}`)}
                style={{ width: percent(until - from) }}
                className={cn("min-w-px", stateLooks[state].fill)}
              />
            ))}
          </div>
          <span
            style={{ insetInlineStart: percent(plan.now) }}
            className="absolute -inset-y-1 -ms-[1.5px] w-[3px] rounded-full bg-ink ring-2 ring-card forced-color-adjust-none"
          />
        </div>
        <div className="relative mt-2 h-4 text-xs text-ink-soft">
          {plan.hours.map(({ hour, at }) => (
            <span key={hour} style={{ insetInlineStart: percent(at) }} className="absolute whitespace-nowrap">
              {wall(`${String(hour).padStart(2, "0")}:00`)}
            </span>
          ))}
        </div>
      </div>
      <ul aria-label={t("now.day")} className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm text-ink-soft">
        {states.map((state) => {
          const { fill } = stateLooks[state];
          return (
            <li key={state} className="flex items-center gap-2">
              <span aria-hidden="true" className={cn("size-2.5 rounded-xs forced-color-adjust-none", fill)} />
              {t(`state.${state}`)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
