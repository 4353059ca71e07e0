import type { Entry } from "./entries";
import type { Restoration } from "./event";

export type Change = Restoration["changes"][number];

/** The changes that take an entry back: each setting's value before it. */
export const takeBack = ({ events }: Entry): Change[] =>
  events.map(({ section, project_id, path, before }) => ({
    section,
    projectId: project_id,
    path,
    value: before,
  }));

/** Groups changes by row; rows and changes keep their order. */
export function byDocument<Of extends Pick<Change, "section" | "projectId">>(changes: readonly Of[]) {
  const documents = new Map<string, { section: string; projectId: string | null; changes: Of[] }>();
  for (const change of changes) {
    const { section, projectId } = change;
    const key = `${section} ${projectId}`;
    const document = documents.get(key) ?? { section, projectId, changes: [] };
    document.changes.push(change);
    documents.set(key, document);
  }
  return [...documents.values()];
}
