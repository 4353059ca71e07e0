"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { FormRow } from "@/components/settings/forms/form-row";
import { SectionFormFrame } from "@/components/settings/forms/section-form-frame";
import { useAnnouncedForm } from "@/components/settings/forms/use-announced-form";
import { useSettingWords } from "@/components/settings/setting-words";
import type { useNotificationSettings } from "@/components/settings/settings-provider";
import { Card, CardHeader } from "@/components/ui/card";
import { laterPart } from "@/components/ui/later-part";
import { TimeZonePicker } from "@/components/ui/time-zone-picker";
import { neverOpens, ownWindow, waitingChannels, type WaitingChannel } from "@/lib/settings/never-opens";
import { fieldId } from "@/lib/settings/form/field-id";
import { channelColumns, notifications, type NotificationSchedule } from "@/lib/settings/notifications";
import type { OwnQuietHours } from "@/lib/settings/schedule-fields";
import { DigestControl } from "./digest-control";
import { HoursProblem } from "./hours-problem";
import { NowSkeleton } from "./now-skeleton";
import { PauseRow } from "./pause-row";
import { QuietHoursControl } from "./quiet-hours-control";
import { ScheduleFold } from "./schedule-fold";
import { formPaths, scheduleOf, schedulePaths } from "./shown-schedule";
import { WorkingHoursControl } from "./working-hours-control";

// They bring the table of all zones, which no first paint needs: they are loaded after the page.
const NowPanel = laterPart(() => import("./now-panel").then((file) => file.NowPanel), NowSkeleton);
const ClockChange = laterPart(() => import("./clock-change").then((file) => file.ClockChange));
const NextDigests = laterPart(() => import("./next-digests").then((file) => file.NextDigests));

/** Only the settings of the schedule, so that a press elsewhere on the page does not render the form again. */
type ScheduleFormProps = Pick<
  ReturnType<typeof useNotificationSettings>,
  "provenance" | "edit" | "editPatch" | "reset"
> & {
  saved: NotificationSchedule;
  /** The quiet hours of the channels that wait for the working hours. */
  ownQuiet: Readonly<Record<WaitingChannel, OwnQuietHours>>;
  /** What stands in the form while it has edits, and below the form: drawn with the schedule that the form shows. */
  unsaved?: (shown: NotificationSchedule) => ReactNode;
  below?: (shown: NotificationSchedule) => ReactNode;
};

const { timezone, workingHours, quietHours, digest, waitInMeetings, interruptionsPerHour } = schedulePaths;

/** The form for when a person may be interrupted: hours are saved together, a pause takes effect at once. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { saved, ownQuiet, provenance, editPatch, edit, reset, unsaved, below } = props;
  const id = useId();
  const words = useSettingWords();
  const settings = { value: { notification_schedule: saved }, editPatch, reset };
  const announced = useAnnouncedForm({ section: notifications, paths: formPaths, settings, id: "schedule" });
  const { form } = announced;
  const shown = scheduleOf(form, saved);
  const t = useTranslations("settings.notifications.schedule");
  const isClosed = neverOpens(shown.workingHours, shown.quietHours);
  const closedChannel = waitingChannels.find((channel) =>
    neverOpens(shown.workingHours, ownWindow(ownQuiet[channel])),
  );
  const row = (path: string) => ({
    form,
    path,
    layer: provenance[path] ?? "default",
    onReset: announced.reset,
  });
  async function save(): Promise<boolean> {
    if (isClosed) return refuse(quietHours);
    // Hours of the working day that another device closed meanwhile keep nobody from saving the rest.
    if (closedChannel && form.changed.includes(workingHours)) return refuse(workingHours);
    return form.save();
  }
  return (
    <>
      <SectionFormFrame form={{ ...form, save }} label={words.group("notification_schedule")}>
        <Card aria-labelledby={id} className="@container divide-y divide-line">
          <CardHeader
            id={id}
            title={words.group("notification_schedule")}
            description={words.groupHelp("notification_schedule")}
          />
          <NowPanel schedule={shown} isPreview={form.changed.length > 0} />
          <PauseRow schedule={saved} layer={row(schedulePaths.pausedUntil).layer} edit={edit} reset={reset} />
          <FormRow {...row(workingHours)} control={<WorkingHoursControl field={form.field(workingHours)} />}>
            {closedChannel && (
              <HoursProblem
                id={`${fieldId(workingHours)}-closed`}
                text={t("neverOpensOn", { channel: words.group(channelColumns[closedChannel]) })}
              />
            )}
          </FormRow>
          <FormRow {...row(quietHours)} control={<QuietHoursControl field={form.field(quietHours)} />}>
            {isClosed && <HoursProblem id={`${fieldId(quietHours)}-closed`} text={t("neverOpens")} />}
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
                  className="w-72 max-w-full"
                />
                <ClockChange timeZone={shown.timezone} />
              </div>
            }
          />
          <ScheduleFold schedule={shown}>
            <FormRow {...row(digest)} control={<DigestControl field={form.field(digest)} />}>
              <NextDigests schedule={shown} />
            </FormRow>
            <FormRow {...row(waitInMeetings)} />
            <FormRow {...row(interruptionsPerHour)} />
          </ScheduleFold>
          {form.changed.length > 0 && unsaved?.(shown)}
        </Card>
      </SectionFormFrame>
      {below?.(shown)}
    </>
  );
}

/** Saves nothing and moves the focus to the hours that are wrong. */
function refuse(path: string): boolean {
  document.querySelector<HTMLElement>(`#${fieldId(path)} select`)?.focus();
  return false;
}
