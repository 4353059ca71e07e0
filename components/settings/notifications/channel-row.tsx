"use client";

import { useState, type ComponentType } from "react";
import { cn } from "@/components/ui/cn";
import { laterPart } from "@/components/ui/later-part";
import { categories } from "@/lib/vocabulary/categories";
import type { Channel } from "@/lib/vocabulary/channels";
import { ChannelChoice } from "./channel-choice";
import { Escalation, HideContent } from "./channel-extras";
import { ChannelFold } from "./channel-fold";
import { ChannelHeading } from "./channel-heading";
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

/** A channel: where it arrives, how often and from which heat on, and what else can be set for it. On a narrow page all that is folded. */
export function ChannelRow({ channel, destination, FineTuning, ...edits }: ChannelRowProps) {
  const { settings, valueAt, provenance, onChange, onReset } = edits;
  const { channelName } = useMatrix();
  const [open, setOpen] = useState(false);
  const choice = (field: "frequency" | "minimumHeat") => {
    const path = pathOf(channel, field);
    const layer = provenance[path] ?? "default";
    return { channel, field, value: String(valueAt(path)), layer, onChange, onReset };
  };
  const leaves = channel !== "inApp";
  const folded = open ? "" : "@max-[42rem]:hidden";
  return (
    <div className="grid gap-x-6 gap-y-3 px-5 py-4 @min-[42rem]:grid-cols-[minmax(0,1fr)_auto]">
      <ChannelHeading
        name={channelName(channel)}
        channel={channel}
        destination={destination}
        isOn={categories.some((category) => valueAt(pathOf(channel, category)) === true)}
        open={open}
        onToggle={() => setOpen(!open)}
      />
      <div className={cn("grid grid-cols-2 gap-3 @min-[42rem]:w-76", folded)}>
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
        <div className={cn("col-span-full grid gap-3 @min-[42rem]:ps-11", folded)}>
          {channel === "push" && <HideContent {...edits} />}
          {channel === "sms" && <Escalation {...edits} />}
          <ChannelFold channel={channel} FineTuning={FineTuning} {...edits} />
        </div>
      )}
    </div>
  );
}
