import type { Locale } from "@/lib/vocabulary/locales";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences, type AppPreferences } from "@/lib/settings/preferences";
import { parse, type Provenance } from "@/lib/settings/resolve";
import { isValid, leaves } from "@/lib/settings/sections";
import type { Appearance, Mirror } from "./mirror";

const language = "interface_settings.language";
const isMirrored = (path: string) => /^(interface_settings|data_preferences)\./.test(path);
const mirrored = [...leaves(preferences)].filter(([path]) => isMirrored(path));

/** A cookie is input: nonsense reads as `emptyMirror`, an invalid value as its default. */
export function readMirror(text: string | undefined): Mirror {
  const { of, met, keptZone, values } = objectOf(text);
  const given = isJsonObject(values) ? values : {};
  const valid = mirrored.flatMap(([path, field]): [string, Json][] => {
    const value = valueAt(given, path);
    return isValid(field, value) ? [[path, value]] : [];
  });
  return {
    of: typeof of === "string" ? of : null,
    met: met === true,
    keptZone: typeof keptZone === "string" ? keptZone : null,
    values: documentOf(valid),
  };
}

/** `negotiated`: the language if the mirror holds none. */
export function appearanceOf({ values }: Mirror, negotiated: Locale): Appearance {
  const { interface_settings, data_preferences } = parse(preferences, values);
  const chosen = valueAt(values, language) !== undefined;
  return {
    interface_settings: chosen ? interface_settings : { ...interface_settings, language: negotiated },
    data_preferences,
  };
}

/** Values that differ from the default, and always the language: without one, a page takes the browser's language. */
export const mirroredValues = (appearance: Appearance): JsonObject =>
  documentOf(
    mirrored
      .map(([path, field]): [string, Json, Json] => [path, valueAt(appearance, path) ?? null, field.default])
      .filter(([path, value, initial]) => path === language || value !== initial)
      .map(([path, value]) => [path, value]),
  );

/**
 * The appearance of a person's page: from their row once the row is known. Until then, or without a network, `carried`
 * (from the mirror) with the person's decisions that this page knows on top.
 */
export function shownAppearance(
  view: { value: AppPreferences; provenance: Provenance },
  isKnown: boolean,
  carried: Appearance,
): Appearance {
  const decided = mirrored.map(([path]): [string, Json] => {
    const own = isKnown || view.provenance[path] !== "default";
    return [path, valueAt(own ? view.value : carried, path) ?? null];
  });
  const { interface_settings, data_preferences } = parse(preferences, documentOf(decided));
  return { interface_settings, data_preferences };
}

/**
 * The mirror after a sign-in: the account's own values, and choices made in this browser before it where the account
 * has none. Values of another person are not taken over.
 */
export function mirrorAtSignIn(mirror: Mirror, of: string, own: JsonObject): Mirror {
  const chosenHere = mirror.of === null || mirror.of === of ? mirror.values : {};
  const values = mirrored.flatMap(([path, field]): [string, Json][] => {
    const value = [own, chosenHere].map((each) => valueAt(each, path)).find((each) => isValid(field, each));
    return value === undefined ? [] : [[path, value]];
  });
  const isBack = mirror.of === of;
  return {
    of,
    met: isBack && mirror.met,
    keptZone: isBack ? mirror.keptZone : null,
    values: documentOf(values),
  };
}

const documentOf = (values: readonly [path: string, value: Json][]): JsonObject =>
  values.reduce<JsonObject>((document, [path, value]) => setAt(document, path, value), {});

function objectOf(text: string | undefined): JsonObject {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    return isJsonObject(read) ? read : {};
  } catch {
    return {};
  }
}
