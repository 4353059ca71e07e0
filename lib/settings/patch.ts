import { isJsonObject, ownValue, sameJson, type Json, type JsonObject } from "./json";

/**
 * A change is a JSON merge patch (RFC 7396): a missing key is left alone, null removes the key, an object merges,
 * anything else replaces. PostgreSQL's private.merge_patch obeys the same cases (rfc7396-cases.json).
 *
 * New objects are made with spread and computed keys only: both define own properties, so that a key named
 * `__proto__` stays data and never reaches a prototype.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isJsonObject(patch)) return patch;
  return mergeObject(isJsonObject(target) ? target : {}, patch);
}

/** `mergePatch` of two objects, which answers an object. */
export function mergeObject(target: JsonObject, patch: JsonObject): JsonObject {
  let merged = target;
  for (const [key, change] of Object.entries(patch))
    merged =
      change === null
        ? without(merged, key)
        : { ...merged, [key]: mergePatch(ownValue(merged, key), change) };
  return merged;
}

/**
 * One patch that does what `first` and then `second` do; null is kept, because it still has to remove something.
 *
 *     mergePatch(mergePatch(s, first), second) = mergePatch(s, composePatches(first, second))
 *
 * Merge patches are not closed under composition: no patch says "remove a, then set a.b". The law therefore asks
 * that both agree on what a leaf is: where one holds an object the other holds an object or nothing. Patches of a
 * section do, because null and values stand only at declared leaves and an atomic leaf always comes whole.
 */
export function composePatches(first: JsonObject, second: JsonObject): JsonObject {
  let composed = first;
  for (const [key, later] of Object.entries(second)) {
    const earlier = ownValue(composed, key);
    const both = isJsonObject(earlier) && isJsonObject(later);
    composed = { ...composed, [key]: both ? composePatches(earlier, later) : later };
  }
  return composed;
}

export type LeafTest = (path: string) => boolean;
const descendAlways: LeafTest = () => false;

/**
 * The smallest patch that turns `before` into `after`. Where `isLeaf(path)` holds, a difference anywhere inside
 * sends the value whole. A key missing from `after` becomes null.
 */
export function patchOf(
  before: JsonObject,
  after: JsonObject,
  isLeaf: LeafTest = descendAlways,
  prefix = "",
): JsonObject {
  let patch: JsonObject = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [ownValue(before, key), ownValue(after, key)];
    if (sameJson(old, now)) continue;
    const descend = isJsonObject(old) && isJsonObject(now) && !isLeaf(prefix + key);
    const change = descend ? patchOf(old, now, isLeaf, `${prefix}${key}.`) : (now ?? null);
    patch = { ...patch, [key]: change };
  }
  return patch;
}

/** Dotted paths of everything a patch sets or removes: `["widget_visibility.metrics"]`. */
export function changedPaths(patch: JsonObject, isLeaf: LeafTest = descendAlways, prefix = ""): string[] {
  return Object.entries(patch).flatMap(([key, change]) =>
    isJsonObject(change) && !isLeaf(prefix + key)
      ? changedPaths(change, isLeaf, `${prefix}${key}.`)
      : [prefix + key],
  );
}

/** The value at a dotted path, undefined where there is none. */
export function valueAt(document: Json, path: string): Json | undefined {
  let value: Json | undefined = document;
  for (const key of path.split(".")) value = isJsonObject(value) ? ownValue(value, key) : undefined;
  return value;
}

/** A copy of the document with the value at a dotted path; what stands in the way and is no object is replaced. */
export function setAt(document: JsonObject, path: string, value: Json): JsonObject {
  const [key = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...document, [key]: value };
  const inner = ownValue(document, key);
  return { ...document, [key]: setAt(isJsonObject(inner) ? inner : {}, rest.join("."), value) };
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
