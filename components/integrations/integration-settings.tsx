"use client";

import { useAnnouncedForm } from "@/components/settings/forms/use-announced-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { useAppPreferences } from "@/components/settings/settings-provider";
import { preferences } from "@/lib/settings/preferences";
import { CalendarAddressCard, type CalendarPage } from "./calendar-address-card";
import { ConnectionsContext, type ConnectionsPage } from "./connections/connections-context";
import { IntegrationGallery } from "./integration-gallery";
import { WayBack, type WayBackNews } from "./way-back";
import { fieldCounts, integrationPaths } from "./provider-fields";

/** Without them on the offline page, which shows the settings alone. */
type IntegrationSettingsProps = { page?: ConnectionsPage; calendar?: CalendarPage; wayBack?: WayBackNews };

/** Settings -> Integrations: the providers that can be connected, with their settings. */
export function IntegrationSettings({ page, calendar, wayBack }: IntegrationSettingsProps) {
  const settings = useAppPreferences();
  const { form, reset } = useAnnouncedForm({
    section: preferences,
    paths: integrationPaths,
    settings,
    id: "integrations",
  });
  return (
    <ConnectionsContext value={page ?? null}>
      <SettingsPage
        page="settingsIntegrations"
        freshness={settings.freshness}
        rowCounts={fieldCounts}
        choice={wayBack && <WayBack {...wayBack} />}
      >
        <IntegrationGallery form={form} provenance={settings.provenance} onReset={reset} />
        {calendar && (
          // As the form above it: what comes last can be scrolled above the bar.
          <div className="max-md:pb-(--save-bar)">
            <CalendarAddressCard {...calendar} />
          </div>
        )}
      </SettingsPage>
    </ConnectionsContext>
  );
}
