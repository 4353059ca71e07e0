"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSettingWords } from "@/components/settings/setting-words";
import { Switch } from "@/components/ui/switch";
import type { ProjectApp } from "@/lib/integrations/project-apps/shown";
import { categories, type Category } from "@/lib/vocabulary/categories";
import { useConnectionDeed, useConnectionsPage } from "../connections/connections-context";

type ProjectKindsProps = { app: ProjectApp; chosen: readonly string[] };

/** Of what the app of a project is told. Its admins choose; the others see what was chosen. */
export function ProjectKinds({ app: { projectId, provider, leads }, chosen }: ProjectKindsProps) {
  const t = useTranslations("settings.integrations.project");
  const words = useSettingWords();
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  // Shown until the page says what is stored.
  const [wanted, setWanted] = useState<{ over: readonly string[]; kinds: Category[] } | null>(null);
  const shown = wanted?.over === chosen ? wanted.kinds : categories.filter((each) => chosen.includes(each));
  function choose(category: Category, isWanted: boolean) {
    const kinds = categories.filter((each) => (each === category ? isWanted : shown.includes(each)));
    setWanted({ over: chosen, kinds });
    run(
      async () => {
        const stored = await actions
          .chooseProjectKinds({ userId, projectId, provider, categories: kinds })
          .catch(() => null);
        if (!stored?.ok) setWanted(null);
        return stored ?? Promise.reject(new Error("no answer"));
      },
      () => undefined,
    );
  }
  if (!leads)
    return (
      <p className="text-sm">
        {shown.length === 0
          ? t("toldNothing")
          : t("told", { kinds: shown.map((each) => words.title(each)).join(" · ") })}
      </p>
    );
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium">{t("kinds")}</legend>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {categories.map((category) => (
          <li key={category}>
            <label className="flex min-h-9 cursor-pointer items-center justify-between gap-4 pointer-coarse:min-h-11">
              {words.title(category)}
              <Switch
                checked={shown.includes(category)}
                aria-disabled={pending || undefined}
                onChange={(isWanted) => pending || choose(category, isWanted)}
              />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
