"use client";

import { useTranslations } from "next-intl";
import { useFormats, useWallFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";

const [figure, sum] = [1234567.8, 48_500];
const dayMs = 86_400_000;
/** A Sunday. */
const anySunday = Date.UTC(2023, 0, 1);

/** Shows the chosen formats: this moment, a figure, a sum and the week. */
export function FormatsExample() {
  const t = useTranslations("settings.preferences.example");
  const now = useNow({ updateInterval: 10_000 });
  const { date, time, number, money, weekStart } = useFormats();
  const { weekday } = useWallFormats();
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => weekday(anySunday + (weekStart + day) * dayMs, "short"));
  const parts = { date: date(now), time: time(now), number: number(figure), sum: money(sum) };
  return (
    <div role="group" aria-label={t("label")} className="bg-paper px-5 py-(--row-y)">
      <p aria-hidden="true" className="text-xs font-medium text-ink-faint">
        {t("label")}
      </p>
      <p className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-md font-medium">
        {Object.entries(parts).map(([name, written]) => (
          <bdi key={name} data-example={name}>
            {written}
          </bdi>
        ))}
      </p>
      <ol aria-label={t("week")} className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-soft">
        {days.map((day) => (
          <li key={day}>{day}</li>
        ))}
      </ol>
    </div>
  );
}
