import type { Entry } from "./entries";
import type { Restoration } from "./event";

export type Change = Restoration["changes"][number];

/** The changes that take an entry back: each setting's value before it. */
export const takingBack = ({ events }: Entry): Change[] =>
  events.map(({ section, project_id, path, before }) => ({
    section,
    scope: project_id,
    path,
    value: before,
  }));

/** Groups changes by row; rows and changes keep their order. */
export function byDocument<Of extends Pick<Change, "section" | "scope">>(changes: readonly Of[]) {
  const documents = new Map<string, { section: string; scope: string | null; changes: Of[] }>();
  for (const change of changes) {
    const { section, scope } = change;
    const key = `${section} ${scope}`;
    const document = documents.get(key) ?? { section, scope, changes: [] };
    document.changes.push(change);
    documents.set(key, document);
  }
  return [...documents.values()];
}
