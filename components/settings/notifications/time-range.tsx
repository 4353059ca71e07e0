"use client";

import { useTranslations } from "next-intl";
import { TimeSelect } from "./time-select";

type TimeRangeProps = {
  /** The title of the field, for the names of its two inputs. */
  title: string;
  start: string;
  end: string;
  onChange: (times: { start?: string; end?: string }) => void;
  invalid: { start: boolean; end: boolean };
  describedBy: string;
};

/** A start and an end as wall times; an end that is not later is on the next day, and the field says so. */
export function TimeRange({ title, start, end, onChange, invalid, describedBy }: TimeRangeProps) {
  const t = useTranslations("settings.notifications.schedule");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 max-sm:w-full sm:flex sm:gap-x-2.5">
      <TimeSelect
        aria-label={t("start", { title })}
        aria-describedby={describedBy}
        invalid={invalid.start}
        value={start}
        onChange={(time) => onChange({ start: time })}
      />
      <span aria-hidden="true" className="text-ink-soft">
        {t("to")}
      </span>
      <TimeSelect
        aria-label={t("end", { title })}
        aria-describedby={describedBy}
        invalid={invalid.end}
        value={end}
        onChange={(time) => onChange({ end: time })}
      />
      {end < start && <span className="col-span-3 text-sm text-ink-soft">{t("nextDay")}</span>}
    </div>
  );
}
