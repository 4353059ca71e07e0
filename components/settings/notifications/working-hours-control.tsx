"use client";

import { useTranslations } from "next-intl";
import type { FormField } from "@/components/settings/forms/use-section-form";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { fieldId } from "@/lib/settings/form/field-id";
import { isJsonObject } from "@/lib/settings/json";
import { schedulePaths } from "./shown-schedule";
import { TimeRange } from "./time-range";

const id = fieldId(schedulePaths.workingHours);

/** On which days, from when to when. What is half typed is kept as it is until it is saved. */
export function WorkingHoursControl({ field: { field, value, change, problems } }: { field: FormField }) {
  const t = useTranslations("settings.notifications.schedule");
  const words = useSettingWords();
  const { week, dayName } = useScheduleWords();
  const hours = isJsonObject(value) ? value : {};
  const days = isJsonObject(hours.days) ? hours.days : {};
  const isWrong = (at: string) => problems.some((problem) => problem.at === at);
  const describedBy = problems.length > 0 ? `${id}-problem` : `${id}-help`;
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <div role="group" aria-label={t("days")} className="grid w-full max-w-76 grid-cols-7 gap-1.5">
        {week.map((day) => (
          <label
            key={day}
            data-choice=""
            title={dayName(day, "long")}
            className="tap flex h-10 cursor-pointer items-center justify-center rounded-md border border-line-strong font-medium text-ink-soft transition-colors hover:border-line-control hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-aria-invalid:border-danger"
          >
            <input
              type="checkbox"
              aria-label={dayName(day, "long")}
              aria-invalid={isWrong("days") || undefined}
              aria-describedby={describedBy}
              checked={days[day] === true}
              onChange={(event) => change({ ...hours, days: { ...days, [day]: event.target.checked } })}
              className="absolute size-px opacity-0"
            />
            <span aria-hidden="true">{t(`dayLetters.${day}`)}</span>
          </label>
        ))}
      </div>
      <TimeRange
        title={words.title(field.titleKey)}
        start={String(hours.start ?? "")}
        end={String(hours.end ?? "")}
        invalid={{ start: isWrong("start"), end: isWrong("end") }}
        describedBy={describedBy}
        onChange={(times) => change({ ...hours, ...times })}
      />
    </div>
  );
}
