"use client";

import { useTranslations } from "next-intl";
import { useNotificationSettings } from "@/components/settings/settings-provider";
import { useFormatsIn } from "@/components/ui/use-formats";
import { choiceOf } from "@/lib/notifications/follow/choices";
import type { Standing } from "@/lib/notifications/subscription";
import type { Failure } from "@/lib/result";

/** How a person stands to a lead or a project in words. Moments are those of their schedule's clock. */
export function useFollowWords() {
  const t = useTranslations("follow");
  const errors = useTranslations("errors.codes");
  const { timezone } = useNotificationSettings().value.notification_schedule;
  const { moment } = useFormatsIn(timezone);
  const ending = (standing: Standing) => ({ moment: standing?.until ? moment(standing.until) : "" });
  return {
    timezone,
    moment,
    /** What holds of a lead; where nothing is said of it, what holds of its project. */
    state(standing: Standing, project: Standing = null): string {
      if (standing === null && project !== null) return t(`withProject.${project.state}`);
      return t(`state.${choiceOf(standing)}`, ending(standing));
    },
    said: (standing: Standing): string => t(`said.${choiceOf(standing)}`, ending(standing)),
    /** Names what was at fault, where the refusal does. */
    refusal({ code, path }: Failure): string {
      const field = code === "invalid" && path === "lead_id" ? "tooMany" : path;
      const key = `problems.${field}`;
      return field !== undefined && t.has(key) ? t(key) : errors(code);
    },
  };
}
