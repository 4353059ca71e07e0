"use client";

import { Box, Folder, LayoutTemplate, User, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LayerName } from "@/lib/settings/resolve";

export const layerIcons = {
  default: Box,
  team: Users,
  template: LayoutTemplate,
  user: User,
  project: Folder,
};

type LayerChipProps = { layer: LayerName; own: boolean };

/**
 * Names the layer that a value comes from. `own`: the value is set in the edited scope, so it can be reset. A default is
 * said to who listens only: a page full of chips that say the same says nothing.
 */
export function LayerChip({ layer, own }: LayerChipProps) {
  const t = useTranslations("settings.layers");
  const Icon = layerIcons[layer];
  const text = t(layer);
  if (layer === "default") return <span className="sr-only">{t("from", { layer: text })}</span>;
  return (
    <Badge tone={own ? "accent" : "neutral"} icon={<Icon aria-hidden="true" />}>
      <span className="sr-only">{t("from", { layer: text })}</span>
      <bdi aria-hidden="true">{text}</bdi>
    </Badge>
  );
}
