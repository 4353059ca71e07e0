"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSectionForm } from "@/components/settings/forms/use-section-form";
import { useSettingWords } from "@/components/settings/setting-words";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { SettingsSkeleton } from "@/components/settings/settings-skeleton";
import { PageHeader } from "@/components/shell/page-header";
import { useUndoToast } from "@/components/ui/use-undo-toast";
import { preferences } from "@/lib/settings/preferences";
import { leaves } from "@/lib/settings/sections";
import { IntegrationsForm, integrationPaths } from "./integrations-form";

/** Settings -> Integrations: what can be connected, and what the person prefers about it. */
export function IntegrationSettings() {
  const t = useTranslations("settings");
  const words = useSettingWords();
  const format = useFormatter();
  const announce = useUndoToast();
  const settings = useAppPreferences();
  const titleOf = (path: string) => words.title(leaves(preferences).get(path)?.titleKey ?? path);
  const form = useSectionForm({
    section: preferences,
    paths: integrationPaths,
    settings,
    onSaved: (saved, undo) =>
      announce(t("form.saved", { names: format.list(saved.map(titleOf)) }), "integrations", undo),
  });
  const putBack = (path: string) =>
    announce(t("wasReset", { title: titleOf(path) }), path, settings.reset(path));
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-5">
      <PageHeader title={t("integrations.title")} description={t("integrations.description")} />
      {settings.freshness.status === "looking" ? (
        <SettingsSkeleton rowCounts={[4, 5, 3]} />
      ) : (
        <IntegrationsForm form={form} provenance={settings.provenance} onReset={putBack} />
      )}
    </div>
  );
}
