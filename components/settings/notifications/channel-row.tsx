"use client";

import type { ComponentType } from "react";
import { laterPart } from "@/components/ui/later-part";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import type { Channel } from "@/lib/vocabulary/channels";
import { ChannelChoice } from "./channel-choice";
import { Escalation, HideContent } from "./channel-extras";
import { ChannelFold } from "./channel-fold";
import { DestinationLine } from "./destination-line";
import type { Destination } from "./destinations";
import type { ChannelEdits, FineTuningProps } from "./channel-edits";
import { pathOf, useMatrix } from "./matrix-model";

// It brings the table of all zones, which no first paint needs.
const NextMessage = laterPart(() => import("./next-message").then((file) => file.NextMessage));

export type ChannelRowProps = ChannelEdits & {
  channel: Channel;
  destination: Destination;
  /** What the fold holds; null until its code has come. */
  FineTuning: ComponentType<FineTuningProps> | null;
};

/** A channel: where it arrives, how often and from which heat on, and what else can be set for it. */
export function ChannelRow({ channel, destination, FineTuning, ...edits }: ChannelRowProps) {
  const { settings, valueAt, provenance, onChange, onReset } = edits;
  const { channelName } = useMatrix();
  const Icon = channelIcons[channel];
  const choice = (field: "frequency" | "minimumHeat") => {
    const path = pathOf(channel, field);
    const layer = provenance[path] ?? "default";
    return { channel, field, value: String(valueAt(path)), layer, onChange, onReset };
  };
  const leaves = channel !== "inApp";
  return (
    <div className="grid gap-x-6 gap-y-3 px-5 py-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 gap-3">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-soft">
          <Icon aria-hidden="true" className="size-4" />
        </span>
        <div className="min-w-0">
          <h3 className="font-medium">{channelName(channel)}</h3>
          <DestinationLine channel={channel} destination={destination} className="mt-0.5" />
        </div>
      </div>
      <div className="grid grid-cols-2 gap-3 @min-[42rem]:w-76">
        {/* The bell fills at once: a frequency would say nothing there. */}
        {leaves && <ChannelChoice {...choice("frequency")} />}
        <ChannelChoice
          {...choice("minimumHeat")}
          {...(!leaves && { className: "@min-[42rem]:col-start-2" })}
        />
        {leaves && valueAt(pathOf(channel, "frequency")) !== "immediate" && (
          <NextMessage settings={settings} channel={channel} className="col-span-2" />
        )}
      </div>
      {leaves && (
        <div className="col-span-full grid gap-3 @min-[42rem]:ps-11">
          {channel === "push" && <HideContent {...edits} />}
          {channel === "sms" && <Escalation {...edits} />}
          <ChannelFold channel={channel} FineTuning={FineTuning} {...edits} />
        </div>
      )}
    </div>
  );
}
