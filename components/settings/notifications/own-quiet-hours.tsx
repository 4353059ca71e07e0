"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemLine } from "@/components/settings/problem-line";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { useSettingWords } from "@/components/settings/setting-words";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { fieldId } from "@/lib/settings/form/field-id";
import { neverOpens, ownWindow, waitingChannels } from "@/lib/settings/never-opens";
import { channelColumns } from "@/lib/settings/notifications";
import { quietModes, type OwnQuietHours as Hours } from "@/lib/settings/schedule-fields";
import { ChannelField, channelRow } from "./channel-field";
import type { FineTuningProps } from "./channel-edits";
import { pathOf, useMatrix } from "./matrix-model";
import { TimeRange } from "./time-range";

/**
 * The quiet hours of a channel: those of the schedule, its own, or none. Applies at once; hours that are not possible
 * stay in the form, with the reason, until they are.
 */
export function OwnQuietHours({ channel, settings, provenance, onChange, onReset }: FineTuningProps) {
  const t = useTranslations("settings.notifications");
  const words = useSettingWords();
  const scheduleWords = useScheduleWords();
  const { titleIn } = useMatrix();
  const [draft, setDraft] = useState<Hours | null>(null);
  const problemOf = useProblem({ channel, settings });
  const path = pathOf(channel, "quietHours");
  const id = fieldId(path);
  const row = channelRow(path, titleIn(channel, words.title("ownQuietHours")));
  const hours = draft ?? settings[channelColumns[channel]].quietHours;
  const problem = problemOf(hours);
  const describedBy = problem ? `${id}-problem` : `${id}-help`;
  function change(part: Partial<Hours>) {
    const next = { ...hours, ...part };
    setDraft(problemOf(next) ? next : null);
    if (!problemOf(next)) onChange(row, next);
  }
  function handleReset() {
    setDraft(null);
    onReset(row);
  }
  return (
    <ChannelField
      row={row}
      label={words.title(row.titleKey)}
      help={words.help(row.titleKey)}
      layer={provenance[path] ?? "default"}
      onReset={handleReset}
      valueWords={(_, value) => scheduleWords.valueOf(value) ?? ""}
    >
      <div className="mt-2 grid justify-items-start gap-3">
        <Select
          aria-label={row.title}
          aria-describedby={`${id}-layer ${id}-help`}
          className="w-60"
          value={hours.mode}
          onChange={(event) =>
            change({ mode: quietModes.find((mode) => mode === event.target.value) ?? "schedule" })
          }
        >
          {quietModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`channels.modes.${mode}`)}
            </option>
          ))}
        </Select>
        {hours.mode === "own" && (
          <>
            <TimeRange
              title={row.title}
              start={hours.start}
              end={hours.end}
              invalid={{ start: false, end: problem !== null }}
              describedBy={describedBy}
              onChange={change}
            />
            <div className="flex items-center gap-4">
              <Switch
                aria-labelledby={`${id}-urgent`}
                checked={hours.urgentPasses}
                onChange={(urgentPasses) => change({ urgentPasses })}
              />
              <span id={`${id}-urgent`}>{t("schedule.urgentPasses")}</span>
            </div>
          </>
        )}
        {problem && <ProblemLine id={`${id}-problem`} text={t("channels.notSaved", { problem })} />}
      </div>
    </ChannelField>
  );
}

/** Why hours are not possible, in words; null where they are. */
function useProblem({ channel, settings }: Pick<FineTuningProps, "channel" | "settings">) {
  const t = useTranslations("settings");
  return (hours: Hours): string | null => {
    if (hours.start === hours.end) return t("form.problems.sameTimes");
    const { workingHours } = settings.notification_schedule;
    const waits = waitingChannels.some((each) => each === channel);
    return waits && neverOpens(workingHours, ownWindow(hours))
      ? t("notifications.channels.neverOpens")
      : null;
  };
}
