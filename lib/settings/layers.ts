import type { JsonObject } from "./json";
import type { Layer } from "./resolve";
import type { SettingsRow } from "./wire";

/** A row of one section. `projectId` null: the person's row for all projects. Version 0: there is no row. */
type RowOfSection = { projectId: string | null; overrides: JsonObject; version: number };

/** The layers of a project (null: all projects), lowest first: the person's row for all projects, then the project's. */
export function layersOf(rows: readonly RowOfSection[], projectId: string | null): Layer[] {
  const forAll: Layer = { name: "user", ...rowOf(rows, null) };
  return projectId === null ? [forAll] : [forAll, { name: "project", ...rowOf(rows, projectId) }];
}

export const rowOf = (rows: readonly RowOfSection[], projectId: string | null): RowOfSection =>
  rows.find((row) => row.projectId === projectId) ?? { projectId, overrides: {}, version: 0 };

export const rowsOf = (section: { readonly name: string }, rows: readonly SettingsRow[]): SettingsRow[] =>
  rows.filter((row) => row.section === section.name);
