"use client";

import { useTranslations } from "next-intl";
import type { FormField } from "@/components/settings/forms/use-section-form";
import { useSettingWords } from "@/components/settings/setting-words";
import { Switch } from "@/components/ui/switch";
import { fieldId } from "@/lib/settings/form/field-id";
import { isJsonObject } from "@/lib/settings/json";
import { schedulePaths } from "./shown-schedule";
import { TimeRange } from "./time-range";

const id = fieldId(schedulePaths.quietHours);

/** Turns quiet hours on or off, sets their start and end, and whether urgent notifications pass. */
export function QuietHoursControl({ field: { field, value, change, problems } }: { field: FormField }) {
  const t = useTranslations("settings.notifications.schedule");
  const words = useSettingWords();
  const hours = isJsonObject(value) ? value : {};
  const isWrong = (at: string) => problems.some((problem) => problem.at === at);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Switch
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-help`}
          checked={hours.enabled === true}
          onChange={(enabled) => change({ ...hours, enabled })}
        />
        <TimeRange
          title={words.title(field.titleKey)}
          start={String(hours.start ?? "")}
          end={String(hours.end ?? "")}
          invalid={{ start: isWrong("start"), end: isWrong("end") }}
          describedBy={problems.length > 0 ? `${id}-problem` : `${id}-help`}
          onChange={(times) => change({ ...hours, ...times })}
        />
      </div>
      {hours.enabled === true && (
        <div className="flex items-center gap-4">
          <Switch
            aria-labelledby={`${id}-urgent`}
            aria-describedby={`${id}-urgent-help`}
            checked={hours.urgentPasses === true}
            onChange={(urgentPasses) => change({ ...hours, urgentPasses })}
          />
          <p>
            <span id={`${id}-urgent`}>{t("urgentPasses")}</span>{" "}
            <span id={`${id}-urgent-help`} className="text-ink-soft">
              {t("urgentHelp")}
            </span>
          </p>
        </div>
      )}
    </div>
  );
}
