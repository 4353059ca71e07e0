"use client";

import { useAnnouncedForm } from "@/components/settings/forms/use-announced-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { preferences } from "@/lib/settings/preferences";
import { IntegrationsForm } from "./integrations-form";
import { fieldCounts, integrationPaths } from "./provider-fields";

/** Settings -> Integrations: the providers that can be connected, with their settings. */
export function IntegrationSettings() {
  const settings = useAppPreferences();
  const { form, reset } = useAnnouncedForm({
    section: preferences,
    paths: integrationPaths,
    settings,
    id: "integrations",
  });
  return (
    <SettingsPage page="settingsIntegrations" freshness={settings.freshness} rowCounts={fieldCounts}>
      <IntegrationsForm form={form} provenance={settings.provenance} onReset={reset} />
    </SettingsPage>
  );
}
