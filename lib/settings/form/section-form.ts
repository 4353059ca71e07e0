import { strictObject, type Schema } from "@/lib/schema";
import { isField, type FieldGroup, type FieldNode } from "@/lib/settings/fields";
import { sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import type { Section } from "@/lib/settings/sections";

/** The values of a form of several fields: the leaves it edits, nested as in the section, and nothing else. */
export type FormValues = Record<string, unknown>;

/** The rules of a form, taken from the section's own fields. A path that is no setting is a bug of the form. */
export const formSchema = (section: Section, paths: readonly string[]) =>
  groupSchema(
    section.columns,
    paths.map((path) => path.split(".")),
  );

function groupSchema(group: FieldGroup, paths: readonly (readonly string[])[]) {
  const shape: Record<string, Schema> = {};
  for (const [key = ""] of paths) {
    const node = Object.hasOwn(group, key) ? group[key] : undefined;
    if (!node) throw new Error(`${key} is no setting`);
    const under = paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
    shape[key] = nodeSchema(node, under);
  }
  return strictObject(shape);
}

const nodeSchema = (node: FieldNode, paths: readonly (readonly string[])[]): Schema =>
  isField(node) ? node.schema : groupSchema(node, paths);

/** The part of a document that a form shows. */
export const formValues = (document: JsonObject, paths: readonly string[]): JsonObject =>
  paths.reduce<JsonObject>((values, path) => setAt(values, path, valueAt(document, path) ?? null), {});

/** Paths whose form value differs from the stored value. */
export const differingPaths = (paths: readonly string[], now: Json, form: Json): string[] =>
  paths.filter((path) => !sameJson(valueAt(now, path), valueAt(form, path)));

/** The patch that stores these leaves of the form and touches nothing else. */
export const formPatch = (form: JsonObject, paths: readonly string[]): JsonObject => formValues(form, paths);
