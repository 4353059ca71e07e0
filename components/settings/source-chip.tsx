"use client";

import { Box, Folder, LayoutTemplate, User, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Source } from "@/lib/settings/resolve";

export const sourceIcons = {
  default: Box,
  team: Users,
  template: LayoutTemplate,
  user: User,
  project: Folder,
};

type SourceChipProps = { source: Source; own: boolean };

/** Names the source of a value. `own`: the value is set in the edited scope, so it can be reset. */
export function SourceChip({ source, own }: SourceChipProps) {
  const t = useTranslations("settings.sources");
  const Icon = sourceIcons[source];
  const text = t(source);
  return (
    <Badge
      tone={own ? "accent" : source === "default" ? "quiet" : "neutral"}
      icon={<Icon aria-hidden="true" />}
    >
      <span className="sr-only">{t("from", { source: text })}</span>
      <bdi aria-hidden="true">{text}</bdi>
    </Badge>
  );
}
