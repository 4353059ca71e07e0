import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/shell/settings-tabs";

/** On a phone the pages of the settings are tabs above each of them; on a wide screen the rail lists them. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SettingsTabs />
      {children}
    </>
  );
}
