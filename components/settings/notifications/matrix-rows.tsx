"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { categories } from "@/lib/vocabulary/categories";
import { channels, type Channel } from "@/lib/vocabulary/channels";
import { ChannelLabel, type ChannelLabelProps } from "./channel-label";
import { DestinationLine } from "./destination-line";
import { isReached } from "./destinations";
import { AllCell } from "./matrix-cell";
import { allColumn, rowFrame } from "./matrix-layout";
import { pathOf, reachedChannels, setByAll, summaryOf, useMatrix, type MatrixProps } from "./matrix-model";
import { RowHead } from "./matrix-row-head";
import { useChannelSummary } from "./use-channel-summary";

/** The name of a channel, and below it where its notifications arrive. No setting changes it, so it is drawn once. */
const ChannelHead = memo(function ChannelHead({ channel, name, destination }: ChannelLabelProps) {
  return (
    <ChannelLabel channel={channel} name={name} destination={destination}>
      <DestinationLine channel={channel} destination={destination} />
    </ChannelLabel>
  );
});

/** A switch for each channel that turns all its categories on or off. */
export function EverythingRow({ valueAt, destinations, onChangeAll }: MatrixProps) {
  const t = useTranslations("settings.notifications.matrix");
  const { whole, column, channelName } = useMatrix();
  const [open, setOpen] = useState(false);
  const isOn = (channel: Channel) =>
    categories.map((category) => valueAt(pathOf(channel, category)) === true);
  const reached = reachedChannels(destinations);
  const summary = useChannelSummary(reached.filter((channel) => isOn(channel).includes(true)));
  return (
    <tr className={cn(rowFrame, "@min-[42rem]:border-t-0!")}>
      <RowHead
        title={t("everything")}
        help={t("everythingHelp")}
        fold={{ open, summary, onToggle: () => setOpen(!open) }}
      />
      <AllCell
        title={t("allOfAll")}
        checked={summaryOf(reached.flatMap(isOn))}
        onChange={(on) => onChangeAll(whole(setByAll(destinations, on)), on)}
        className={allColumn}
      />
      {channels.map((channel) => (
        <AllCell
          key={channel}
          title={t("allOf", { name: channelName(channel) })}
          label={
            <ChannelHead channel={channel} name={channelName(channel)} destination={destinations[channel]} />
          }
          checked={summaryOf(isOn(channel))}
          quiet={!isReached(destinations[channel])}
          onChange={(on) => onChangeAll(column(channel), on)}
          folded={!open}
          className="col-span-2 min-h-11"
        />
      ))}
    </tr>
  );
}
