"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { channels } from "@/lib/vocabulary/channels";
import { ChannelRow, type ChannelRowProps } from "./channel-row";
import type { Destinations } from "./destinations";

type ChannelCardProps = Omit<ChannelRowProps, "channel" | "destination"> & { destinations: Destinations };

/** The settings of each channel: where it arrives, how often, and from which heat on. */
export function ChannelCard({ destinations, ...row }: ChannelCardProps) {
  const id = useId();
  const t = useTranslations("settings.notifications.channels");
  return (
    <Card aria-labelledby={id} className="@container divide-y divide-line">
      <CardHeader id={id} title={t("title")} description={t("description")} />
      {channels.map((channel) => (
        <ChannelRow key={channel} channel={channel} destination={destinations[channel]} {...row} />
      ))}
    </Card>
  );
}
