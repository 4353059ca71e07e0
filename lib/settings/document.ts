import { isSettingsSectionName, settingsSection, type SettingsSectionName } from "./registry";
import type { Section } from "./sections";

/** A document is one row of a section, as a page names it. `projectId` null: the row for all projects. */
export type DocumentRef = { section: SettingsSectionName; projectId: string | null };

type AnyRef = { section: string; projectId: string | null };

/** One word for the document among those of a person. */
export const documentId = ({ section, projectId }: AnyRef): string => `${section}/${projectId ?? "all"}`;

/** The section of a document; every name that a page may give is declared. */
export function sectionOf({ section: name }: DocumentRef): Section {
  const section = settingsSection(name);
  if (!section) throw new Error(`no settings section ${name}`);
  return section;
}

/** Null for a document of a section that this build does not know. */
export const refOf = ({ section, projectId }: AnyRef): DocumentRef | null =>
  isSettingsSectionName(section) ? { section, projectId } : null;
