import type { FieldGroup, ValueOf } from "./fields";
import { sameJson, type Json, type JsonObject } from "./json";
import { setAt, valueAt } from "./patch";
import { isValid, leaves, whole, type Section } from "./sections";

export type Source = "default" | "team" | "template" | "user" | "project";

/** What one owner of preferences says. Layers are given lowest first; a later layer wins. */
export type Layer = {
  readonly source: Source;
  readonly label?: string;
  readonly overrides: JsonObject;
  readonly version: number;
};

/** Who decided each leaf, by dotted path. */
export type Provenance = { readonly [path: string]: Source };
export type Resolved<C extends FieldGroup> = { readonly value: ValueOf<C>; readonly provenance: Provenance };

/**
 * Effective values: defaults, then each layer in the order given. Reading forgives and never throws: a leaf that is
 * not valid counts as absent, so the value below it shows, and unknown keys are not shown (storage keeps them).
 */
export function resolve<C extends FieldGroup>(section: Section<C>, layers: readonly Layer[]): Resolved<C> {
  let document: JsonObject = {};
  const provenance: Record<string, Source> = {};
  for (const [path, field] of leaves(section)) {
    let [value, source]: [Json, Source] = [field.default, "default"];
    for (const layer of layers) {
      const stored = valueAt(layer.overrides, path);
      if (isValid(field, stored)) [value, source] = [stored, layer.source];
    }
    document = setAt(document, path, value);
    provenance[path] = source;
  }
  return { value: whole(section, document), provenance };
}

/** `resolve` for one who asks again and again: the answer is the same object as long as the layers say the same. */
export function resolverOf<C extends FieldGroup>(section: Section<C>) {
  let known: { layers: readonly Layer[]; answer: Resolved<C> } | null = null;
  return (layers: readonly Layer[]): Resolved<C> => {
    if (!known || !saySame(known.layers, layers)) known = { layers, answer: resolve(section, layers) };
    return known.answer;
  };
}

const saySame = (some: readonly Layer[], others: readonly Layer[]) =>
  some.length === others.length &&
  some.every(({ source, overrides }, index) => {
    const other = others[index];
    return source === other?.source && sameJson(overrides, other.overrides);
  });

/** The stored document of one owner as a whole value, whatever is in it. */
export const parse = <C extends FieldGroup>(section: Section<C>, stored: JsonObject): ValueOf<C> =>
  resolve(section, [{ source: "user", overrides: stored, version: 0 }]).value;
