"use client";

import { useAnnouncedForm } from "@/components/settings/forms/use-announced-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { preferences } from "@/lib/settings/preferences";
import { IntegrationsForm, integrationPaths } from "./integrations-form";

/** Settings -> Integrations: what can be connected, and what the person prefers about it. */
export function IntegrationSettings() {
  const settings = useAppPreferences();
  const { form, reset } = useAnnouncedForm({
    section: preferences,
    paths: integrationPaths,
    settings,
    id: "integrations",
  });
  return (
    <SettingsPage page="integrations" freshness={settings.freshness} rowCounts={[4, 5, 3, 0, 0]}>
      <IntegrationsForm form={form} provenance={settings.provenance} onReset={reset} />
    </SettingsPage>
  );
}
