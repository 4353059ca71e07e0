"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ComponentType } from "react";
import { IntegrationSettings } from "@/components/integrations/integration-settings";
import { DashboardSettingsForm } from "@/components/settings/dashboard-settings-form";
import { NotificationSettingsForm } from "@/components/settings/notifications/notification-settings-form";
import { PreferencesForm } from "@/components/settings/preferences-form";
import { useSettingsContext } from "@/components/settings/settings-context";
import { isUnder, settingsPageList, settingsRoot, type SettingsPageName } from "@/lib/pages";
import { SettingsFrame } from "@/components/shell/settings-frame";
import { projectIdOf } from "@/lib/opened-project";
import { BackBanner } from "./back-banner";
import { NeedsNetwork } from "./needs-network";
import { useServerReturn } from "./use-server-return";

/** The page at the address where the device can show it, else a page that says why not. */
export function OfflineScreen() {
  const t = useTranslations("offline");
  const { client } = useSettingsContext();
  const [isBack, setBack] = useState(false);
  const pathname = usePathname();
  const form = useFormOf(pathname);

  useServerReturn(async () => {
    client.resync();
    const { waiting } = await client.flush();
    // Waiting edits need a page from the server, because of a newer build or a new sign-in. And a page without a form
    // has nothing to lose.
    if (waiting > 0 || !form) window.location.reload();
    else setBack(true);
  });
  const page = (
    <>
      <title>{t("title")}</title>
      {isBack && <BackBanner />}
      {form ?? <NeedsNetwork />}
    </>
  );
  return isUnder(pathname, settingsRoot) ? <SettingsFrame>{page}</SettingsFrame> : page;
}

/** The pages that have a form of their own; the form of every other offline page is drawn from the declaration. */
const forms: Partial<Record<SettingsPageName, ComponentType<{ scope: string | null }>>> = {
  settingsDashboard: DashboardSettingsForm,
  // Whether the platform sends on a channel is not known without a server.
  settingsNotifications: () => <NotificationSettingsForm sends={null} />,
  // Nothing is connected without a network.
  settingsIntegrations: () => <IntegrationSettings />,
};

/** The form of a page, from the settings on this device; null where the device cannot show the page. */
function useFormOf(pathname: string) {
  const project = useSearchParams().get("project");
  const page = settingsPageList.find(({ offline, address }) => offline && pathname === address);
  if (!page) return null;
  const Form = forms[page.name];
  return Form ? <Form scope={projectIdOf(project)} /> : <PreferencesForm page={page.name} />;
}
