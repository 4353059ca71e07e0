"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { daysOf } from "@/lib/leads/period";

type Days = { from: string; to: string };
type OwnDaysProps = Days & { onChoose: (days: Days) => void };

/** What is wrong with days that a person wrote; null for nothing. */
function problemOf({ from, to }: Days): "missing" | "order" | "tooLong" | null {
  if (from === "" || to === "") return "missing";
  if (to < from) return "order";
  return daysOf({ preset: "own", from, to }, 0) === null ? "tooLong" : null;
}

/** The first and the last day of a period, as the device's own calendar picks them. */
export function OwnDays({ onChoose, ...given }: OwnDaysProps) {
  const t = useTranslations("dashboard.period");
  const [days, setDays] = useState<Days>({ from: given.from, to: given.to });
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>(null);
  function submit(event: SubmitEvent) {
    event.preventDefault();
    const found = problemOf(days);
    setProblem(found);
    if (!found) onChoose(days);
  }
  return (
    <form onSubmit={submit} noValidate className="mt-3 flex flex-wrap items-start gap-3">
      {(["from", "to"] as const).map((end) => (
        <div key={end} className="w-44 max-w-full">
          <Field label={t(end)} error={end === "to" && problem ? t(`problems.${problem}`) : undefined}>
            {(names) => (
              <Input
                {...names}
                type="date"
                min="2000-01-01"
                max="2099-12-31"
                value={days[end]}
                onChange={(event) => setDays({ ...days, [end]: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
      <Button type="submit" variant="primary" className="mt-6.5">
        {t("show")}
      </Button>
    </form>
  );
}
