import type { Entry } from "./entries";
import type { Restoration } from "./event";

export type Change = Restoration["changes"][number];

/** What taking an entry back sets: of each setting what it was before. */
export const takingBack = ({ events }: Entry): Change[] =>
  events.map(({ section, project_id, path, before }) => ({
    section,
    projectId: project_id,
    path,
    value: before,
  }));

/** Changes by the row they belong to, in the order given. */
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
