"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { foldedFields } from "@/components/settings/search/hidden-fields";
import { cn } from "@/components/ui/cn";
import { fieldId } from "@/lib/settings/form/field-id";
import type { NotificationSchedule } from "@/lib/settings/notifications";
import { schedulePaths } from "./shown-schedule";

const { digest, waitInMeetings, interruptionsPerHour } = schedulePaths;
const fields = [digest, waitInMeetings, interruptionsPerHour].map(fieldId);

type ScheduleFoldProps = { schedule: NotificationSchedule; children: ReactNode };

/** What fewer people set of their hours: on a narrow page folded behind a line that says how it is set. */
export function ScheduleFold({ schedule, children }: ScheduleFoldProps) {
  const id = useId();
  const t = useTranslations("settings.notifications.schedule.fold");
  const { wall } = useScheduleWords();
  const [open, setOpen] = useState(false);
  const summary = [
    t("digest", { time: wall(schedule.digest.time) }),
    ...(schedule.waitInMeetings ? [t("waits")] : []),
    ...(schedule.interruptionsPerHour === "none"
      ? []
      : [t("limit", { most: schedule.interruptionsPerHour })]),
  ].join(" · ");
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-describedby={`${id}-summary`}
        aria-label={t("title")}
        {...foldedFields(fields)}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 px-5 py-(--row-y) text-start -outline-offset-2 hover:bg-sunken @min-[42rem]:hidden"
      >
        <span className="min-w-0 grow">
          <span className="block font-medium">{t("title")}</span>
          <span id={`${id}-summary`} className="block text-sm text-ink-soft">
            {summary}
          </span>
        </span>
        <ChevronDown
          aria-hidden="true"
          className={cn("size-4 shrink-0 text-ink-soft", !open && "-rotate-90 rtl:rotate-90")}
        />
      </button>
      <div id={id} className={cn("divide-y divide-line", !open && "@max-[42rem]:hidden")}>
        {children}
      </div>
    </>
  );
}
