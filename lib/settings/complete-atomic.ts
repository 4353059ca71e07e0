import type { dashboard } from "./dashboard";
import type { Field } from "./fields";
import { isJsonObject, ownValue, type Json, type JsonObject } from "./json";
import type { notifications } from "./notifications";
import { mergeObject, setAt, valueAt } from "./patch";
import type { preferences } from "./preferences";
import { leaves, type Section } from "./sections";

/**
 * What `update*` of the service takes: a patch in which a value of several parts may come in part, as in
 * `{ quietHours: { enabled: false } }`. The store takes whole values only.
 */
export type DashboardGiven = GivenOf<typeof dashboard.columns>;
export type NotificationsGiven = GivenOf<typeof notifications.columns>;
export type PreferencesGiven = GivenOf<typeof preferences.columns>;

type GivenOf<N> =
  N extends Field<infer T> ? PartOf<T> | null : { readonly [K in keyof N]?: GivenOf<N[K]> | undefined };
type PartOf<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> | undefined }
    : T;

/** Whether a patch gives a value of several parts in part, so that the values in effect have to be known. */
export const isPartial = (section: Section, patch: JsonObject): boolean =>
  partialPaths(section, patch).length > 0;

/** The patch with every partial value completed from the values in effect. Invalid values are left for the schema. */
export const completeAtomic = (section: Section, patch: JsonObject, effective: JsonObject): JsonObject =>
  partialPaths(section, patch).reduce((completed, path) => {
    const [known, given] = [valueAt(effective, path), valueAt(patch, path)];
    if (!isJsonObject(known) || !isJsonObject(given)) return completed;
    return setAt(completed, path, mergeObject(known, given));
  }, patch);

const partialPaths = (section: Section, patch: JsonObject): string[] =>
  [...leaves(section)].flatMap(([path, field]) =>
    lacksPart(valueAt(patch, path), field.default) ? [path] : [],
  );

const lacksPart = (given: Json | undefined, whole: Json): boolean =>
  isJsonObject(given) &&
  isJsonObject(whole) &&
  Object.entries(whole).some(([key, part]) => {
    const known = ownValue(given, key);
    return known === undefined || lacksPart(known, part);
  });
