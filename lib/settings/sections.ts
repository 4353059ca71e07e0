import { safeParse } from "@/lib/schema";
import { isField, type Field, type FieldGroup, type ValueOf } from "./fields";
import { isJsonObject, ownValue, type Json, type JsonObject } from "./json";
import { changedPaths, setAt, type LeafTest } from "./patch";

/**
 * A section is one settings table. Its columns are groups of fields; a document is one row of it (section and project).
 * `schemaVersion` goes up when a key is renamed; edits waiting on a device carry the version they were made under.
 */
export type Section<Columns extends FieldGroup = FieldGroup, Name extends string = string> = {
  readonly name: Name;
  readonly schemaVersion: number;
  /** Old path -> new path, for edits that wait on a device since before. A path is never used for two things. */
  readonly renamed?: { readonly [oldPath: string]: string };
  readonly columns: Columns;
};

export const defineSection = <const Columns extends FieldGroup, const Name extends string>(
  section: Section<Columns, Name>,
) => section;

const leavesBySection = new WeakMap<Section, ReadonlyMap<string, Field>>();

/** The default of a leaf; null where there is none at the path. */
export const defaultAt = (section: Section, path: string): Json => leaves(section).get(path)?.default ?? null;

/** Every field of the section by its dotted path, in the order of declaration. */
export function leaves(section: Section): ReadonlyMap<string, Field> {
  const known = leavesBySection.get(section);
  if (known) return known;
  const found = new Map(leavesUnder(section.columns, ""));
  leavesBySection.set(section, found);
  return found;
}

function leavesUnder(group: FieldGroup, prefix: string): [string, Field][] {
  return Object.entries(group).flatMap(([key, node]) =>
    isField(node) ? [[`${prefix}${key}`, node]] : leavesUnder(node, `${prefix}${key}.`),
  );
}

export const isLeafOf =
  (section: Section): LeafTest =>
  (path) =>
    leaves(section).has(path);

/** The leaf paths a patch of this section sets or removes; an atomic value counts as one. */
export const patchedPaths = (section: Section, patch: JsonObject): string[] =>
  changedPaths(patch, isLeafOf(section));

/** No code changes a value in place, so a valid value stays valid; a page asks about the same values at every press. */
const lastValid = new WeakMap<Field, Json>();

export function isValid(field: Field, value: Json | undefined): value is Json {
  if (value === undefined) return false;
  if (value === field.default || value === lastValid.get(field)) return true;
  const { success } = safeParse(field.schema, value);
  if (success) lastValid.set(field, value);
  return success;
}

export function defaults<C extends FieldGroup>(section: Section<C>): ValueOf<C> {
  let document: JsonObject = {};
  for (const [path, field] of leaves(section)) document = setAt(document, path, field.default);
  return whole(section, document);
}

/** Types a document built leaf by leaf; a document with a missing or invalid leaf is a bug of its maker. */
export function whole<C extends FieldGroup>(section: Section<C>, document: JsonObject): ValueOf<C> {
  if (!isWhole(section, document)) throw new Error(`not a whole ${section.name} document`);
  return document;
}

const isWhole = <C extends FieldGroup>(section: Section<C>, document: unknown): document is ValueOf<C> =>
  holdsAll(section.columns, document);

const holdsAll = (group: FieldGroup, document: unknown): boolean =>
  isJsonObject(document) &&
  Object.entries(group).every(([key, node]) => {
    const held = ownValue(document, key);
    return isField(node) ? isValid(node, held) : holdsAll(node, held);
  });
