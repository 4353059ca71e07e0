"use client";

import { Moon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SettingsRow } from "@/components/settings/settings-row";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { Button } from "@/components/ui/button";
import { loadWhenIdle } from "@/components/ui/load-when-idle";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { pauseFor } from "@/lib/notifications/schedule/pause-for";
import { serverClock } from "@/lib/server-clock";
import { fieldId } from "@/lib/settings/form/field-id";
import type { NotificationSchedule } from "@/lib/settings/notifications";
import type { LayerName } from "@/lib/settings/resolve";
import { PausePicker } from "./pause-picker";
import { schedulePaths } from "./shown-schedule";
import { useMinute } from "./use-minute";
import { useWhen } from "./use-when";

/** The clocks of zones: code that the page can stand without. */
const loadPause = () => import("@/lib/notifications/schedule/pause");

const path = schedulePaths.pausedUntil;
const hourMs = 3_600_000;

type Undo = () => void;

type PauseRowProps = {
  /** The stored schedule: a pause takes effect at once, whatever edits of the form are not saved. */
  schedule: NotificationSchedule;
  layer: LayerName;
  edit: (path: string, until: string) => Undo;
  reset: (path: string) => Undo;
};

/**
 * Pauses notifications for an hour, until tomorrow's work begins, or until a chosen moment. Takes effect at once, with
 * Undo.
 */
export function PauseRow({ schedule, layer, edit, reset }: PauseRowProps) {
  const t = useTranslations("settings.notifications.schedule.pause");
  const settings = useTranslations("settings");
  const words = useSettingWords();
  const { wall } = useScheduleWords();
  const announce = useUndoToast();
  const now = useMinute();
  const when = useWhen(schedule.timezone, now);
  const until = Date.parse(schedule.pausedUntil) > Date.parse(now) ? schedule.pausedUntil : null;

  // Loads the clock before the person asks for it, so that a pause needs no network.
  useEffect(() => loadWhenIdle(loadPause, () => undefined), []);
  const pause = (end: string) => announce(t("paused", { moment: when(end) }), path, edit(path, end));
  const shortest = useRef<HTMLButtonElement>(null);
  /** The button disappears with the pause that it ends: the focus stays in the row. */
  function resume() {
    shortest.current?.focus();
    announce(t("resumed"), path, edit(path, "never"));
  }
  const forAnHour = () => pause(pauseFor(hourMs, serverClock.now()));
  const { timezone, workingHours } = schedule;
  const morning = morningOf(workingHours.start);
  async function untilTomorrow() {
    const { tomorrowAt } = await loadPause();
    pause(tomorrowAt(morning, timezone, new Date(serverClock.now()).toISOString()));
  }
  return (
    <SettingsRow
      id={fieldId(path)}
      title={words.title("pausedUntil")}
      help={words.help("pausedUntil")}
      layer={layer}
      own={layer === "user"}
      onReset={() => announce(settings("wasReset", { title: words.title("pausedUntil") }), path, reset(path))}
      back={settings("comesBack.from.default", { value: t("off") })}
      wide
      control={
        <div className="flex flex-wrap items-center gap-2">
          <p className="me-2 flex items-center gap-2 font-medium max-sm:w-full">
            {until && <Moon aria-hidden="true" className="size-4 text-accent" />}
            {until ? t("until", { moment: when(until) }) : <span className="text-ink-soft">{t("off")}</span>}
          </p>
          {until && (
            <Button size="sm" variant="primary" onClick={resume}>
              {t("resume")}
            </Button>
          )}
          <Button size="sm" ref={shortest} onClick={forAnHour}>
            {t("hour")}
          </Button>
          <Button size="sm" onClick={() => void untilTomorrow()}>
            {t("tomorrow", { time: wall(morning) })}
          </Button>
          <PausePicker timeZone={timezone} suggested={morning} onPick={pause} />
        </div>
      }
    />
  );
}

/** When tomorrow begins: with work, where work begins in the morning. */
const morningOf = (start: string) => (start >= "05:00" && start < "12:00" ? start : "08:00");
