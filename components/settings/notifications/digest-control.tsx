"use client";

import { useTranslations } from "next-intl";
import type { FormField } from "@/components/settings/forms/use-section-form";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { Select } from "@/components/ui/select";
import { fieldId } from "@/lib/settings/form/field-id";
import { isJsonObject } from "@/lib/settings/json";
import { schedulePaths } from "./shown-schedule";
import { TimeSelect } from "./time-select";

const id = fieldId(schedulePaths.digest);

/** At what time digests go out, and on which weekday the weekly ones do. */
export function DigestControl({ field: { value, change, problems } }: { field: FormField }) {
  const t = useTranslations("settings.notifications.schedule");
  const { week, dayName } = useScheduleWords();
  const times = isJsonObject(value) ? value : {};
  const describedBy = problems.length > 0 ? `${id}-problem` : `${id}-help`;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2">
      <TimeSelect
        aria-label={t("digestTime")}
        aria-describedby={describedBy}
        invalid={problems.some(({ at }) => at === "time")}
        value={String(times.time ?? "")}
        onChange={(time) => change({ ...times, time })}
      />
      <span aria-hidden="true" className="text-ink-soft">
        {t("digestOn")}
      </span>
      <Select
        aria-label={t("digestDay")}
        aria-describedby={describedBy}
        value={String(times.day ?? "")}
        onChange={(event) => change({ ...times, day: event.target.value })}
      >
        {week.map((day) => (
          <option key={day} value={day}>
            {dayName(day, "long")}
          </option>
        ))}
      </Select>
    </div>
  );
}
