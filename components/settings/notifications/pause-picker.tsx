"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { cityOf } from "@/lib/time/time-zones";

type PausePickerProps = {
  timeZone: string;
  /** The time that is suggested for tomorrow. */
  suggested: string;
  onPick: (until: string) => void;
};

/** Code for the clocks of time zones, loaded after the page. */
export const loadPause = () => import("@/lib/notifications/schedule/pause");

/** Picks a date and a time on the schedule's clock; a moment that has passed is refused. */
export function PausePicker({ timeZone, suggested, onPick }: PausePickerProps) {
  const t = useTranslations("settings.notifications.schedule.pause");
  const [open, setOpen] = useState(false);
  const [wall, setWall] = useState("");
  const [problem, setProblem] = useState<"past" | "invalid" | null>(null);

  async function show(wanted: boolean) {
    setOpen(wanted);
    setProblem(null);
    if (!wanted) return;
    setWall("");
    const { tomorrowAt, wallOfInstant } = await loadPause();
    const tomorrow = wallOfInstant(tomorrowAt(suggested, timeZone, new Date().toISOString()), timeZone);
    // The person has chosen before the suggestion was there: their choice stays.
    setWall((chosen) => chosen || tomorrow);
  }
  async function pick() {
    const { instantOfWall } = await loadPause();
    const until = instantOfWall(wall, timeZone);
    if (until === null) return setProblem("invalid");
    if (Date.parse(until) <= Date.now()) return setProblem("past");
    setOpen(false);
    onPick(until);
  }
  return (
    <Popover open={open} onOpenChange={(wanted) => void show(wanted)}>
      <PopoverTrigger className={buttonClass({ size: "sm" })}>{t("pick")}</PopoverTrigger>
      <PopoverContent align="start" aria-label={t("pickTitle")} className="grid w-72 gap-4 p-4">
        <Field
          label={t("pickTitle")}
          hint={t("pickHelp", { city: cityOf(timeZone) })}
          error={problem ? t(problem) : undefined}
        >
          {(names) => (
            <Input
              {...names}
              type="datetime-local"
              value={wall}
              onChange={(event) => setWall(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") void pick();
              }}
            />
          )}
        </Field>
        <Button variant="primary" onClick={() => void pick()}>
          {t("set")}
        </Button>
      </PopoverContent>
    </Popover>
  );
}
