/** JSON as it is stored and sent. Inside a patch null means "back to inherited"; no setting has null as its value. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A key is read only if the object itself holds it: `valueOf` or `__proto__` must not leak in from the prototype. */
export const ownValue = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Deep equality; the order of keys does not matter, the order of array items does. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
  );
}

/**
 * `now`, with the very objects of `before` wherever both are the same JSON. Parts that did not change then compare as
 * identical, and React does not draw them again.
 */
export function sharing<T extends Json>(before: Json | undefined, now: T): T;
export function sharing(before: Json | undefined, now: Json): Json {
  if (sameJson(before, now)) return before ?? now;
  if (!isJsonObject(before) || !isJsonObject(now)) return now;
  return Object.fromEntries(
    Object.entries(now).map(([key, value]) => [key, sharing(ownValue(before, key), value)]),
  );
}
