"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ComponentType } from "react";
import { useScheduleWords } from "@/components/settings/schedule-words";
import { foldedFields } from "@/components/settings/search/hidden-fields";
import { cn } from "@/components/ui/cn";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { fieldId } from "@/lib/settings/form/field-id";
import { channelColumns } from "@/lib/settings/notifications";
import { categories } from "@/lib/vocabulary/categories";
import type { ChannelEdits, FineTuningProps } from "./channel-edits";
import { pathOf, useMatrix } from "./matrix-model";

type ChannelFoldProps = ChannelEdits & {
  channel: OutgoingChannel;
  FineTuning: ComponentType<FineTuningProps> | null;
};

/** The fields that few people set, by their ids. */
export const finerFields = (channel: OutgoingChannel) =>
  ["quietHours", ...categories.map((category) => `categoryFrequency.${category}`)].map((field) =>
    fieldId(pathOf(channel, field)),
  );

/** What few people set: it is folded, and says what is set in it. A link to a field in it unfolds it. */
export function ChannelFold({ channel, FineTuning, ...edits }: ChannelFoldProps) {
  const id = useId();
  const t = useTranslations("settings.notifications.channels");
  const { channelName } = useMatrix();
  const [open, setOpen] = useState(false);
  const summary = useSummary(channel, edits);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-describedby={summary ? `${id}-summary` : undefined}
          aria-label={t("moreOf", { channel: channelName(channel) })}
          {...foldedFields(finerFields(channel))}
          onClick={() => setOpen(!open)}
          className="tap -ms-1.5 inline-flex min-h-8 items-center gap-1 rounded-md px-1.5 font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink"
        >
          <ChevronRight
            aria-hidden="true"
            className={cn("size-4 transition-transform", open ? "rotate-90" : "rtl:-scale-x-100")}
          />
          {t("more")}
        </button>
        {summary && (
          <span id={`${id}-summary`} className="text-sm text-ink-soft">
            {summary}
          </span>
        )}
      </div>
      {open && (
        <div id={id} className="mt-2">
          {FineTuning ? (
            <FineTuning channel={channel} {...edits} />
          ) : (
            <p role="status" className="text-sm text-ink-soft">
              {t("loading")}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** What is set differently in the fold; empty where nothing is. */
function useSummary(channel: OutgoingChannel, { settings }: Pick<ChannelEdits, "settings">): string {
  const t = useTranslations("settings.notifications.channels");
  const { hours } = useScheduleWords();
  const { categoryFrequency, quietHours } = settings[channelColumns[channel]];
  const own = categories.filter((category) => categoryFrequency[category] !== "channel").length;
  return [
    ...(own > 0 ? [t("own", { count: own })] : []),
    ...(quietHours.mode === "own" ? [t("quiet", { hours: hours(quietHours) })] : []),
    ...(quietHours.mode === "none" ? [t("noQuiet")] : []),
  ].join(" · ");
}
