"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";

type TimeRangeProps = {
  /** Of the field, for the names of its two inputs. */
  title: string;
  start: string;
  end: string;
  onChange: (times: { start?: string; end?: string }) => void;
  invalid: { start: boolean; end: boolean };
  describedBy: string;
};

/** From one wall time to another; one that is not later is on the next day, and says so. */
export function TimeRange({ title, start, end, onChange, invalid, describedBy }: TimeRangeProps) {
  const t = useTranslations("settings.notifications.schedule");
  const shared = {
    type: "time",
    // A finger opens the clock by touching the field: its button would take the room of the figures.
    className:
      "max-sm:px-2.5 sm:w-auto! sm:min-w-30 pointer-coarse:[&::-webkit-calendar-picker-indicator]:hidden",
    "aria-describedby": describedBy,
    required: true,
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 max-sm:w-full sm:flex sm:gap-x-2.5">
      <Input
        {...shared}
        aria-label={t("start", { title })}
        aria-invalid={invalid.start || undefined}
        value={start}
        onChange={(event) => onChange({ start: event.target.value })}
      />
      <span aria-hidden="true" className="text-ink-soft">
        {t("to")}
      </span>
      <Input
        {...shared}
        aria-label={t("end", { title })}
        aria-invalid={invalid.end || undefined}
        value={end}
        onChange={(event) => onChange({ end: event.target.value })}
      />
      {start !== "" && end !== "" && end < start && (
        <span className="col-span-3 text-sm text-ink-soft">{t("nextDay")}</span>
      )}
    </div>
  );
}
