import type { ReactNode } from "react";
import { FieldMarker } from "@/components/settings/search/field-marker";
import { SettingsSearch } from "@/components/settings/search/settings-search";
import { SettingsTabs } from "./settings-tabs";

/** On a phone the search and the pages of the settings stand above each of them; on a wide screen in the rail. */
export const SettingsFrame = ({ children }: { children: ReactNode }) => (
  <>
    <FieldMarker />
    <SettingsSearch className="mb-2 md:hidden" />
    <SettingsTabs />
    {children}
  </>
);
