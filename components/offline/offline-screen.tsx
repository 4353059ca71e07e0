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

/** The page of the address, where the device knows enough to show it; else why it does not. */
export function OfflineScreen() {
  const t = useTranslations("offline");
  const { client } = useSettingsContext();
  const [isBack, setBack] = useState(false);
  const pathname = usePathname();
  const form = useFormOf(pathname);

  useServerReturn(async () => {
    client.resync();
    const { waiting } = await client.flush();
    // What still waits needs the page as it is now: a newer build, a new sign-in. And here nothing can be lost.
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

/** The pages with a form of their own; any other that the device can show is drawn from its declaration. */
const forms: Partial<Record<SettingsPageName, ComponentType<{ scope: string | null }>>> = {
  settingsDashboard: DashboardSettingsForm,
  settingsNotifications: NotificationSettingsForm,
  settingsIntegrations: IntegrationSettings,
};

/** The settings that this device holds, as their own pages show them. */
function useFormOf(pathname: string) {
  const project = useSearchParams().get("project");
  const page = settingsPageList.find(({ offline, address }) => offline && pathname === address);
  if (!page) return null;
  const Form = forms[page.name];
  return Form ? <Form scope={projectIdOf(project)} /> : <PreferencesForm page={page.name} />;
}
