import fc from "fast-check";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { hostileStrings } from "./hostile-strings";

/** Ways to spoil an input that an action would take. Whatever comes out must change nothing. */

/** Where a value of any kind is right: it cannot be spoiled by another. */
export type Free = (path: readonly string[]) => boolean;
type Spot = { path: string[]; value: Json };

function spots(value: Json, isFree: Free, path: string[] = []): Spot[] {
  if (isFree(path)) return [];
  const inner = isJsonObject(value)
    ? Object.entries(value).flatMap(([key, each]) => spots(each, isFree, [...path, key]))
    : [];
  return [{ path, value }, ...inner];
}

function replaceAt(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  if (!isJsonObject(value)) throw new Error(`nothing at ${key}`);
  return { ...value, [key]: replaceAt(value[key] ?? null, rest, by) };
}

const deep = (levels: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};
const kindOf = (value: Json) => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

/** Of no kind that an input has, or of the wrong one. */
const wrong: readonly Json[] = [
  0,
  -1.5,
  true,
  ...hostileStrings,
  [],
  [[]],
  {},
  { toString: "x" },
  deep(20_000),
  Array.from({ length: 100_000 }, () => 1),
  Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, index])),
];

const hostileKeys = ["__proto__", "constructor", "prototype", "toString", "isAdmin", "user_id", "role", ""];

/** An own key, as JSON from the wire has it. */
const withKey = (object: JsonObject, key: string, value: Json): JsonObject =>
  Object.fromEntries([...Object.entries(object), [key, value]]);

export function spoiled(input: JsonObject, isFree: Free = () => false): fc.Arbitrary<Json> {
  const all = spots(input, isFree);
  const objects = all.filter(({ value }) => isJsonObject(value));
  const ofWrongKind = fc
    .constantFrom(...all)
    .chain(({ path, value }) =>
      fc
        .constantFrom(...wrong.filter((each) => kindOf(each) !== kindOf(value)))
        .map((each) => replaceAt(input, path, each)),
    );
  const withUnknownKey = fc
    .tuple(fc.constantFrom(...objects), fc.constantFrom(...hostileKeys), fc.constantFrom(...wrong))
    .map(([{ path, value }, key, extra]) =>
      replaceAt(input, path, withKey(isJsonObject(value) ? value : {}, key, extra)),
    );
  const lacking = fc
    .constantFrom(...Object.keys(input))
    .map((key) => Object.fromEntries(Object.entries(input).filter(([name]) => name !== key)));
  return fc.oneof(
    { weight: 3, arbitrary: ofWrongKind },
    { weight: 3, arbitrary: withUnknownKey },
    { weight: 1, arbitrary: lacking },
  );
}

/** The path of every part of an input that may hold a string: one is there, or any value is right. */
export const stringPaths = (input: JsonObject, isFree: Free = () => false): string[][] =>
  spots(input, () => false)
    .filter(({ path, value }) => typeof value === "string" || isFree(path))
    .map(({ path }) => path);

export const withString = (input: JsonObject, path: readonly string[], text: string): Json =>
  replaceAt(input, path, text);
