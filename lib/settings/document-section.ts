import { documentId, type DeviceDocument, type DocumentRef } from "./device-document";
import type { JsonObject } from "./json";
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

type Change = { section: string; scope: string | null; patch: JsonObject };

/** How many settings wait for an answer; one that is also among `unwritten`, on its way into storage, is one. */
export function waitingIn(documents: Iterable<DeviceDocument>, unwritten: readonly Change[] = []): number {
  const kept = [...documents].flatMap(({ section, scope, sending, pending }) =>
    [sending, pending].flatMap((slot) => (slot ? [{ section, scope, patch: slot.patch }] : [])),
  );
  const waiting = [...kept, ...unwritten].flatMap((change) => {
    const section = settingsSection(change.section);
    const paths = section ? patchedPaths(section, change.patch) : [];
    return paths.map((path) => `${documentId(change)} ${path}`);
  });
  return new Set(waiting).size;
}
