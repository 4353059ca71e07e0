"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { channelIcons } from "@/components/vocabulary/channel-icons";
import type { Channel } from "@/lib/vocabulary/channels";
import { isReached, type Destination } from "./destinations";

export type ChannelLabelProps = {
  channel: Channel;
  name: string;
  destination: Destination;
  children?: ReactNode;
};

/** The name of a channel beside its switch, with a mark where the channel reaches nobody. */
export function ChannelLabel({ channel, name, destination, children }: ChannelLabelProps) {
  const Icon = channelIcons[channel];
  const reached = isReached(destination);
  return (
    <span className="grid gap-1 py-1.5">
      <span className="flex items-center gap-2.5">
        <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
        <span>{name}</span>
        {!reached && !children && <NotYet />}
      </span>
      {!reached && children}
    </span>
  );
}

function NotYet() {
  const t = useTranslations("settings.notifications.destination");
  return <span className="text-sm text-caution">{t("notYet")}</span>;
}
