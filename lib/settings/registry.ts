import { dashboard } from "./dashboard";
import { notifications } from "./notifications";
import { preferences } from "./preferences";
import type { Section } from "./sections";
import { session } from "./session";

/** The sections of a person's preferences: kept for good, layered and recorded. */
export const settingsSections = [dashboard, notifications, preferences] as const satisfies readonly Section[];
export type SettingsSectionName = (typeof settingsSections)[number]["name"];

/** All sections. SQL defaults and rules, docs and tests are derived from this list. */
export const sections: readonly Section[] = [...settingsSections, session];

export type SectionLookup = (name: string) => Section | null;

/** Null for a name this build does not know: a newer build may have left it on the device. */
export const settingsSection: SectionLookup = (name) =>
  settingsSections.find((section) => section.name === name) ?? null;

export const isSettingsSectionName = (name: string): name is SettingsSectionName =>
  settingsSection(name) !== null;
