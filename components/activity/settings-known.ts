import type { Change } from "@/lib/audit/take-back";
import type { Field } from "@/lib/settings/fields";
import { settingsSections } from "@/lib/settings/registry";
import type { WantedValue } from "@/lib/settings/client/restore";
import { leaves } from "@/lib/settings/sections";

const sectionNamed = (name: string) => settingsSections.find((section) => section.name === name);

/** The field of an event; undefined where this build does not know it. */
export function fieldAt(section: string, path: string): Field | undefined {
  const known = sectionNamed(section);
  return known && leaves(known).get(path);
}

/** The changes that this build can make. Settings that it does not know stay as they are. */
export const wantedValues = (changes: readonly Change[]): WantedValue[] =>
  changes.flatMap(({ section, projectId, path, value }) => {
    const known = sectionNamed(section);
    return known && leaves(known).has(path) ? [{ section: known.name, projectId, path, value }] : [];
  });
