"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState, type ComponentType } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { loadWhenIdle } from "@/components/ui/load-when-idle";
import { channels } from "@/lib/vocabulary/channels";
import type { ChannelEdits } from "./channel-edits";
import { ChannelRow } from "./channel-row";
import type { Destinations } from "./destinations";
import type { FineTuningProps } from "./channel-edits";

const load = () => import("./fine-tuning").then((file) => file.FineTuning);

/** The settings of each channel: where it arrives, how often, from which heat on, and what is folded. */
export function ChannelCard({ destinations, ...edits }: ChannelEdits & { destinations: Destinations }) {
  const id = useId();
  const t = useTranslations("settings.notifications.channels");
  const [FineTuning, setFineTuning] = useState<ComponentType<FineTuningProps> | null>(null);
  useEffect(() => loadWhenIdle(load, (loaded) => setFineTuning(() => loaded)), []);
  return (
    <Card aria-labelledby={id} className="@container divide-y divide-line">
      <CardHeader id={id} title={t("title")} description={t("description")} />
      {channels.map((channel) => (
        <ChannelRow
          key={channel}
          channel={channel}
          destination={destinations[channel]}
          FineTuning={FineTuning}
          {...edits}
        />
      ))}
    </Card>
  );
}
