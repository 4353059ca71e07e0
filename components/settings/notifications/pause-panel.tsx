"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PopoverContent } from "@/components/ui/popover";
import type { Popup } from "@/components/ui/use-popup";
import { useLocale } from "@/components/ui/use-locale";
import { instantOfWall, tomorrowAt, wallOfInstant } from "@/lib/notifications/schedule/pause";
import { serverClock } from "@/lib/server-clock";
import { cityOf } from "@/lib/time/zone-words";
import { isoOf } from "@/lib/time/wall-time";
import { zoneOf } from "@/lib/time/zone-table";

export type PausePanelProps = {
  timeZone: string;
  /** The time of tomorrow that is offered first. */
  suggested: string;
  onPick: (until: string) => void;
};

export function PausePanel({ popup, ...fields }: PausePanelProps & { popup: Popup }) {
  const t = useTranslations("settings.notifications.schedule.pause");
  const pick = (until: string) => {
    popup.onOpenChange(false);
    fields.onPick(until);
  };
  return (
    <PopoverContent popup={popup} align="start" aria-label={t("pickTitle")} className="grid w-72 gap-4 p-4">
      <PauseFields {...fields} onPick={pick} />
    </PopoverContent>
  );
}

/** Mounted while the panel is open: each time it offers tomorrow anew. */
function PauseFields({ timeZone, suggested, onPick }: PausePanelProps) {
  const locale = useLocale();
  const t = useTranslations("settings.notifications.schedule.pause");
  const [wall, setWall] = useState(() =>
    wallOfInstant(tomorrowAt(suggested, timeZone, isoOf(serverClock.now())), timeZone),
  );
  const [problem, setProblem] = useState<"past" | "invalid" | null>(null);

  function pick() {
    const until = instantOfWall(wall, timeZone);
    if (until === null) return setProblem("invalid");
    if (Date.parse(until) <= serverClock.now()) return setProblem("past");
    onPick(until);
  }
  return (
    <>
      <Field
        label={t("pickTitle")}
        hint={t("pickHelp", { city: cityOf(zoneOf(timeZone), locale) })}
        error={problem ? t(problem) : undefined}
      >
        {(names) => (
          <Input
            {...names}
            type="datetime-local"
            value={wall}
            onChange={(event) => setWall(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") pick();
            }}
          />
        )}
      </Field>
      <Button variant="primary" onClick={pick}>
        {t("set")}
      </Button>
    </>
  );
}
