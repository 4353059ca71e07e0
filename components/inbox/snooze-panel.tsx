"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PopoverContent } from "@/components/ui/popover";
import { useFormats } from "@/components/ui/use-formats";
import type { Popup } from "@/components/ui/use-popup";
import { useLocale } from "@/components/ui/use-locale";
import { snoozeTimes } from "@/lib/notifications/inbox/snooze";
import { serverClock } from "@/lib/server-clock";
import { instantOfText, textOfInstant } from "@/lib/time/wall-text";
import { cityOf } from "@/lib/time/zone-words";

type SnoozePanelProps = { popup: Popup; onPick: (until: string) => void };

/** Chooses when something comes back: soon, on a morning, or at any moment of the coming year. */
export function SnoozePanel({ popup, onPick }: SnoozePanelProps) {
  const t = useTranslations("inbox.snoozePanel");
  const pick = (until: string) => {
    // The focus leaves the panel for the next row; closed first, the panel would give it back to the row that goes.
    onPick(until);
    popup.onOpenChange(false);
  };
  return (
    <PopoverContent popup={popup} align="end" aria-label={t("title")} className="w-72 p-2">
      <SnoozeTimes onPick={pick} />
    </PopoverContent>
  );
}

/** Mounted while the panel is open: each time it offers the times anew. */
function SnoozeTimes({ onPick }: Pick<SnoozePanelProps, "onPick">) {
  const t = useTranslations("inbox.snoozePanel");
  const { moment, zone } = useFormats();
  const [times] = useState(() => snoozeTimes(serverClock.now(), zone));
  return (
    <>
      <p className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-ink-faint">{t("title")}</p>
      {times.map(({ snooze, until }) => (
        <button
          key={snooze}
          type="button"
          onClick={() => onPick(until)}
          className="flex min-h-9 w-full items-center justify-between gap-4 rounded-md px-2.5 py-1.5 text-start hover:bg-sunken pointer-coarse:min-h-11"
        >
          <span>{t(snooze)}</span>
          <span className="text-sm text-ink-soft">{moment(until)}</span>
        </button>
      ))}
      <OwnTime suggested={times[1]?.until ?? ""} onPick={onPick} />
    </>
  );
}

const yearMs = 365 * 86_400_000;

function OwnTime({ suggested, onPick }: { suggested: string } & Pick<SnoozePanelProps, "onPick">) {
  const t = useTranslations("inbox.snoozePanel");
  const { zone } = useFormats();
  const locale = useLocale();
  const [text, setText] = useState(() => textOfInstant(zone, suggested));
  const [problem, setProblem] = useState<"past" | "far" | "invalid" | null>(null);
  function pick() {
    const until = instantOfText(zone, text);
    if (until === null) return setProblem("invalid");
    const ahead = Date.parse(until) - serverClock.now();
    if (ahead <= 0 || ahead > yearMs) return setProblem(ahead > 0 ? "far" : "past");
    onPick(until);
  }
  return (
    <div className="mt-1 grid gap-3 border-t border-line px-2.5 pt-3 pb-2">
      <Field
        label={t("pick")}
        hint={t("help", { city: cityOf(zone, locale) })}
        error={problem ? t(problem) : undefined}
      >
        {(names) => (
          <Input
            {...names}
            type="datetime-local"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") pick();
            }}
          />
        )}
      </Field>
      <Button variant="primary" size="sm" onClick={pick}>
        {t("set")}
      </Button>
    </div>
  );
}
