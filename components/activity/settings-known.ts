import type { Change } from "@/lib/audit/restore";
import type { Field } from "@/lib/settings/fields";
import { settingsSections } from "@/lib/settings/registry";
import type { WantedValue } from "@/lib/settings/client/restore";
import { leaves } from "@/lib/settings/sections";

const sectionNamed = (name: string) => settingsSections.find((section) => section.name === name);

/** The field an event tells of; none where this build does not know it (any more). */
export function fieldAt(section: string, path: string): Field | undefined {
  const known = sectionNamed(section);
  return known && leaves(known).get(path);
}

/** The changes that this build can make. What it does not know it leaves alone. */
export const wantedValues = (changes: readonly Change[]): WantedValue[] =>
  changes.flatMap(({ section, projectId, path, value }) => {
    const known = sectionNamed(section);
    return known && leaves(known).has(path) ? [{ section: known.name, projectId, path, value }] : [];
  });
