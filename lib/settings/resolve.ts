import { isField, type FieldGroup, type FieldNode, type ValueOf } from "./fields";
import { isJsonObject, ownValue, sameJson, type Json, type JsonObject } from "./json";
import { isValid, whole, type Section } from "./sections";

export type LayerName = "default" | "team" | "template" | "user" | "project";

/** The overrides of one owner of preferences. Layers are given lowest first; a later layer wins. */
export type Layer = {
  readonly name: LayerName;
  readonly label?: string;
  readonly overrides: JsonObject;
  readonly version: number;
};

/** The layer that decided each leaf, by dotted path. */
export type Provenance = { readonly [path: string]: LayerName };
export type Resolved<C extends FieldGroup> = { readonly value: ValueOf<C>; readonly provenance: Provenance };

/**
 * Effective values: defaults, then each layer in the order given. Reading forgives and never throws: a leaf that is
 * not valid counts as absent, so the value below it shows, and unknown keys are not shown (storage keeps them).
 */
export const resolve = <C extends FieldGroup>(section: Section<C>, layers: readonly Layer[]): Resolved<C> =>
  resolverOf(section)(layers);

/**
 * `resolve` for repeated calls, as a page makes them in the frame of every press: the answer is the same object as long
 * as the overrides are the same, and a column whose overrides are the same is not resolved again.
 */
export function resolverOf<C extends FieldGroup>(section: Section<C>) {
  const columns = Object.entries(section.columns).map(([key, node]) => ({
    key,
    decided: decider(node, key),
  }));
  let known: { parts: readonly Decided[]; answer: Resolved<C> } | null = null;
  return (layers: readonly Layer[]): Resolved<C> => {
    const rows = layers.map(({ name, overrides }) => ({ layer: name, stored: overrides }));
    const parts = columns.map(({ key, decided }) => decided(within(rows, key)));
    if (!known || parts.some((part, index) => part !== known?.parts[index]))
      known = { parts, answer: answerOf(section, parts) };
    return known.answer;
  };
}

/** The value that a layer stores for a node. */
type Said = { readonly layer: LayerName; readonly stored: Json | undefined };

/** The value of a node, and for each of its leaves the layer that decided it. */
type Decided = { readonly key: string; readonly value: Json; readonly layers: [path: string, LayerName][] };

const within = (said: readonly Said[], key: string): Said[] =>
  said.flatMap(({ layer, stored }) =>
    isJsonObject(stored) ? [{ layer, stored: ownValue(stored, key) }] : [],
  );

function decide(node: FieldNode, said: readonly Said[], key: string, path = key): Decided {
  if (isField(node)) {
    const last = said.findLast(({ stored }) => isValid(node, stored));
    return { key, value: last?.stored ?? node.default, layers: [[path, last?.layer ?? "default"]] };
  }
  const parts = Object.entries(node).map(([inner, part]) =>
    decide(part, within(said, inner), inner, `${path}.${inner}`),
  );
  return { key, value: objectOf(parts), layers: parts.flatMap(({ layers }) => layers) };
}

/** A column in which nobody has set anything, as most are, is the same for everybody: a server decides it once. */
const untouched = new WeakMap<FieldNode, Decided>();

function decideUntouched(node: FieldNode, key: string): Decided {
  const decided = untouched.get(node) ?? decide(node, [], key);
  untouched.set(node, decided);
  return decided;
}

function decider(node: FieldNode, key: string) {
  let known: { said: readonly Said[]; decided: Decided } | null = null;
  return (said: readonly Said[]): Decided => {
    if (said.every(({ stored }) => stored === undefined)) return decideUntouched(node, key);
    if (!known || !saySame(known.said, said)) known = { said, decided: decide(node, said, key) };
    return known.decided;
  };
}

const saySame = (some: readonly Said[], others: readonly Said[]) =>
  some.length === others.length &&
  some.every(({ layer, stored }, index) => {
    const other = others[index];
    return layer === other?.layer && sameJson(stored, other.stored);
  });

const objectOf = (parts: readonly Decided[]): JsonObject =>
  Object.fromEntries(parts.map(({ key, value }) => [key, value]));

const answerOf = <C extends FieldGroup>(section: Section<C>, parts: readonly Decided[]): Resolved<C> => ({
  value: whole(section, objectOf(parts)),
  provenance: Object.fromEntries(parts.flatMap(({ layers }) => layers)),
});

/**
 * The stored document of one owner as a whole value, whatever is in it: the value of `resolve`, without asking where each
 * leaf comes from. A worker reads the wishes of thousands.
 */
export const parse = <C extends FieldGroup>(section: Section<C>, stored: JsonObject): ValueOf<C> =>
  whole(section, groupValue(section.columns, stored));

const untouchedValues = new WeakMap<FieldGroup, JsonObject>();

/** A group in which nobody has set anything is the same for everybody: what is the same for all is decided once. */
function untouchedValue(group: FieldGroup): JsonObject {
  const known = untouchedValues.get(group);
  if (known) return known;
  const value = Object.fromEntries(
    Object.entries(group).map(([key, node]) => [key, nodeValue(node, undefined)]),
  );
  untouchedValues.set(group, value);
  return value;
}

/** Only what is stored is judged: most people have set a few things of many. */
function groupValue(group: FieldGroup, stored: Json | undefined): JsonObject {
  const untouched = untouchedValue(group);
  if (!isJsonObject(stored)) return untouched;
  const set = Object.entries(stored).flatMap(([key, value]): [string, Json][] => {
    const node = Object.hasOwn(group, key) ? group[key] : undefined;
    return node ? [[key, nodeValue(node, value)]] : [];
  });
  return set.length > 0 ? { ...untouched, ...Object.fromEntries(set) } : untouched;
}

function nodeValue(node: FieldNode, stored: Json | undefined): Json {
  if (!isField(node)) return groupValue(node, stored);
  return isValid(node, stored) ? stored : node.default;
}
