import type { DeviceDocument, DocumentRef } from "./device-document";
import { isSettingsSectionName, settingsSection } from "./registry";
import { patchedPaths, type Section } from "./sections";

/** The section a page names; every name it may give is declared. */
export function sectionOf({ section: name }: DocumentRef): Section {
  const section = settingsSection(name);
  if (!section) throw new Error(`no settings section ${name}`);
  return section;
}

/** Null for a document of a section that this build does not know. */
export const refOf = ({ section, scope }: { section: string; scope: string | null }): DocumentRef | null =>
  isSettingsSectionName(section) ? { section, scope } : null;

/** How many settings wait for an answer. */
export const waitingIn = (documents: Iterable<DeviceDocument>): number =>
  [...documents].reduce((count, { section: name, sending, pending }) => {
    const section = settingsSection(name);
    const slots = section ? [sending, pending] : [];
    const paths = slots.flatMap((slot) => (section && slot ? patchedPaths(section, slot.patch) : []));
    return count + new Set(paths).size;
  }, 0);
