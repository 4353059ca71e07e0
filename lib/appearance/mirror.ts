import type { Locale } from "@/lib/vocabulary/locales";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences, type AppPreferences } from "@/lib/settings/preferences";
import { parse, type Provenance } from "@/lib/settings/resolve";
import { isValid, leaves } from "@/lib/settings/sections";

/** What decides how a page looks and writes. */
export type Appearance = Pick<AppPreferences, "interface_settings" | "data_preferences">;

/**
 * What a browser carries of a person's preferences, in one cookie, so that the first byte of a page is already right.
 * It only ever follows: the row is the truth (docs/decisions/031).
 */
export type Mirror = {
  /** Whose preferences these are; null: chosen here by somebody who was not signed in. */
  readonly of: string | null;
  /** That person has been here before: this browser has nothing more to propose to them. */
  readonly met: boolean;
  /** The device's zone that they chose not to follow. */
  readonly keptZone: string | null;
  readonly values: JsonObject;
};

export const emptyMirror: Mirror = { of: null, met: false, keptZone: null, values: {} };

const language = "interface_settings.language";
const isMirrored = (path: string) => /^(interface_settings|data_preferences)\./.test(path);
const mirrored = [...leaves(preferences)].filter(([path]) => isMirrored(path));

/** What a cookie holds is input: nonsense reads as nothing, an invalid value as its default. */
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

export const writeMirror = (mirror: Mirror): string => JSON.stringify(mirror);

/** `negotiated`: the language of a browser that carries none. */
export function appearanceOf({ values }: Mirror, negotiated: Locale): Appearance {
  const { interface_settings, data_preferences } = parse(preferences, values);
  const chosen = valueAt(values, language) !== undefined;
  return {
    interface_settings: chosen ? interface_settings : { ...interface_settings, language: negotiated },
    data_preferences,
  };
}

/** As little as says it: what differs from everyone's, and the language, which without a word is the browser's. */
export const mirroredValues = (appearance: Appearance): JsonObject =>
  documentOf(
    mirrored
      .map(([path, field]): [string, Json, Json] => [path, valueAt(appearance, path) ?? null, field.default])
      .filter(([path, value, initial]) => path === language || value !== initial)
      .map(([path, value]) => [path, value]),
  );

/**
 * What a person's page shows: their own row once it is known. Before that, or where nobody can say, what this browser
 * carries, but for what the person has decided as far as this page knows.
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

/** Signed out, a browser keeps how it looked; how somebody writes dates and sums goes with them. */
export function withoutPerson(mirror: Mirror): Mirror {
  const { interface_settings } = mirror.values;
  return { ...mirror, values: interface_settings === undefined ? {} : { interface_settings } };
}

/** How a browser looks, and nothing of whose it is: the page kept for the time without a network is made from this. */
export const forNobody = (mirror: Mirror): Mirror => ({
  ...emptyMirror,
  values: withoutPerson(mirror).values,
});

/**
 * What to carry from the first page after a sign-in on: the account's own values, and what was chosen here before it,
 * where the account says nothing. Another's leftovers are no choice.
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
