"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Channel } from "@/lib/vocabulary/channels";
import { useMatrix } from "./matrix-model";

/** Names the channels on which something arrives, for a row that is folded. */
export function useChannelSummary(on: readonly Channel[]): string {
  const t = useTranslations("settings.notifications.matrix");
  const format = useFormatter();
  const { channelName } = useMatrix();
  return on.length > 0 ? format.list(on.map(channelName), { type: "unit" }) : t("nowhere");
}
