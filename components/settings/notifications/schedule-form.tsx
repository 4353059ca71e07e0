"use client";

import { useId } from "react";
import { FormRow } from "@/components/settings/forms/form-row";
import { SectionFormFrame } from "@/components/settings/forms/section-form-frame";
import { useAnnouncedForm } from "@/components/settings/forms/use-announced-form";
import { useSettingWords } from "@/components/settings/setting-words";
import type { useNotificationSettings } from "@/components/settings/settings-provider";
import { Card, CardHeader } from "@/components/ui/card";
import { laterPart } from "@/components/ui/later-part";
import { TimeZonePicker } from "@/components/ui/time-zone-picker";
import { neverOpens } from "@/lib/settings/never-opens";
import { fieldId } from "@/lib/settings/form/field-id";
import { notifications, type NotificationSchedule } from "@/lib/settings/notifications";
import { HoursProblem } from "./hours-problem";
import { NowSkeleton } from "./now-skeleton";
import { PauseRow } from "./pause-row";
import { QuietHoursControl } from "./quiet-hours-control";
import { scheduleOf, schedulePaths } from "./shown-schedule";
import { WorkingHoursControl } from "./working-hours-control";

// They bring the table of all zones, which no first paint needs: they are loaded after the page.
const NowPanel = laterPart(() => import("./now-panel").then((file) => file.NowPanel), NowSkeleton);
const ClockChange = laterPart(() => import("./clock-change").then((file) => file.ClockChange));

/** Only the settings of the schedule, so that a press elsewhere on the page does not render the form again. */
type ScheduleFormProps = Pick<
  ReturnType<typeof useNotificationSettings>,
  "provenance" | "edit" | "editPatch" | "reset"
> & { saved: NotificationSchedule };

const { timezone, workingHours, quietHours } = schedulePaths;
const paths = [timezone, workingHours, quietHours];

/** The form for when a person may be interrupted: hours are saved together, a pause takes effect at once. */
export function ScheduleForm({ saved, provenance, editPatch, edit, reset }: ScheduleFormProps) {
  const id = useId();
  const words = useSettingWords();
  const settings = { value: { notification_schedule: saved }, editPatch, reset };
  const announced = useAnnouncedForm({ section: notifications, paths, settings, id: "schedule" });
  const { form } = announced;
  const shown = scheduleOf(form, saved);
  const isClosed = neverOpens(shown.workingHours, shown.quietHours);
  const row = (path: string) => ({
    form,
    path,
    layer: provenance[path] ?? "default",
    onReset: announced.reset,
  });
  const save = () => (isClosed ? refuse() : form.save());
  return (
    <SectionFormFrame form={{ ...form, save }} label={words.group("notification_schedule")}>
      <Card aria-labelledby={id} className="divide-y divide-line">
        <CardHeader
          id={id}
          title={words.group("notification_schedule")}
          description={words.groupHelp("notification_schedule")}
        />
        <NowPanel schedule={shown} isPreview={form.changed.length > 0} />
        <PauseRow schedule={saved} layer={row(schedulePaths.pausedUntil).layer} edit={edit} reset={reset} />
        <FormRow {...row(workingHours)} control={<WorkingHoursControl field={form.field(workingHours)} />} />
        <FormRow {...row(quietHours)} control={<QuietHoursControl field={form.field(quietHours)} />}>
          {isClosed && <HoursProblem id={closedId} />}
        </FormRow>
        <FormRow
          {...row(timezone)}
          control={
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <TimeZonePicker
                aria-labelledby={`${fieldId(timezone)}-title`}
                aria-describedby={`${fieldId(timezone)}-help`}
                value={shown.timezone}
                onChange={form.field(timezone).change}
                className="w-72"
              />
              <ClockChange timeZone={shown.timezone} />
            </div>
          }
        />
      </Card>
    </SectionFormFrame>
  );
}

const closedId = `${fieldId(quietHours)}-closed`;

/** Saves nothing and moves the focus to the message that says what is wrong. */
async function refuse(): Promise<boolean> {
  document.querySelector<HTMLElement>(`#${fieldId(quietHours)} select`)?.focus();
  return false;
}
