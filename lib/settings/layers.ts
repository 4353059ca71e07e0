import type { JsonObject } from "./json";
import type { Layer } from "./resolve";

/** A row of a settings table as it is read. Scope null is the person's row for all projects. Version 0: no row. */
export type ScopedRow = { scope: string | null; overrides: JsonObject; version: number };
export type SectionRow = ScopedRow & { section: string };

/** The layers under which a scope is seen, lowest first: the person's own for all projects, then that project's. */
export function layersOf(rows: readonly ScopedRow[], scope: string | null): Layer[] {
  const forAll: Layer = { source: "user", ...rowOf(rows, null) };
  return scope === null ? [forAll] : [forAll, { source: "project", ...rowOf(rows, scope) }];
}

export const rowOf = (rows: readonly ScopedRow[], scope: string | null): ScopedRow =>
  rows.find((row) => row.scope === scope) ?? { scope, overrides: {}, version: 0 };

export const rowsOf = (section: { readonly name: string }, rows: readonly SectionRow[]): SectionRow[] =>
  rows.filter((row) => row.section === section.name);
