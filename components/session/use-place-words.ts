"use client";

import { useTranslations } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace";
import { isHeat } from "@/lib/vocabulary/heat";
import { placeOf } from "@/lib/session/place";

/** Names a page in words: `Leads · Hot · Harbour Solar`. */
export function usePlaceWords() {
  const shell = useTranslations("shell");
  const heats = useTranslations("heat");
  const { projects } = useWorkspace();
  return (path: string): string => {
    const place = placeOf(path);
    if (!place) return "";
    const project = projects.find(({ id }) => id === place.projectId);
    const isSettings = place.page.startsWith("settings");
    return [
      isSettings && shell("settings"),
      shell(place.page),
      isHeat(place.heat) && heats(place.heat),
      project?.name,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
