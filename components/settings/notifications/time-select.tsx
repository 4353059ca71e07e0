"use client";

import { memo, useMemo } from "react";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { Select } from "@/components/ui/select";

type TimeSelectProps = {
  "aria-label": string;
  "aria-describedby": string;
  invalid: boolean;
  /** A wall time, "HH:MM". */
  value: string;
  onChange: (time: string) => void;
};

const twoDigits = (figure: number) => String(figure).padStart(2, "0");
const quarters = Array.from(
  { length: 96 },
  (_, quarter) => `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`,
);

/**
 * A list of wall times, a quarter of an hour apart, in the person's time format: the browser's own field follows the
 * browser's format. A stored time between two quarters, as another program may have written it, is in the list too.
 */
export function TimeSelect({ invalid, value, onChange, ...names }: TimeSelectProps) {
  const offered = useMemo(() => (quarters.includes(value) ? quarters : [...quarters, value].sort()), [value]);
  return (
    <Select
      {...names}
      aria-invalid={invalid || undefined}
      className="tabular-nums max-sm:w-full"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <Times times={offered} />
    </Select>
  );
}

const Times = memo(function Times({ times }: { times: readonly string[] }) {
  const { wall } = useScheduleWords();
  return times.map((time) => (
    <option key={time} value={time}>
      {wall(time)}
    </option>
  ));
});
