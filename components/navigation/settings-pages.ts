import { Bell, History, LayoutGrid, Plug, SlidersHorizontal, type LucideIcon } from "lucide-react";
import { paths } from "@/lib/paths";

type SettingsHref = ReturnType<(typeof paths.settings)[keyof typeof paths.settings]>;

export type SettingsPage = {
  /** Words: messages `shell.<title>`. */
  title:
    | "settingsDashboard"
    | "settingsNotifications"
    | "settingsPreferences"
    | "settingsIntegrations"
    | "settingsActivity";
  icon: LucideIcon;
  href: SettingsHref;
};

/** The pages of the settings, in the order of the navigation. */
export const settingsPages: readonly SettingsPage[] = [
  { title: "settingsDashboard", icon: LayoutGrid, href: paths.settings.dashboard() },
  { title: "settingsNotifications", icon: Bell, href: paths.settings.notifications() },
  { title: "settingsPreferences", icon: SlidersHorizontal, href: paths.settings.preferences() },
  { title: "settingsIntegrations", icon: Plug, href: paths.settings.integrations() },
  { title: "settingsActivity", icon: History, href: paths.settings.activity() },
];
