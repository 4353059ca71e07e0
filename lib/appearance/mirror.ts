import type { JsonObject } from "@/lib/settings/json";
import type { AppPreferences } from "@/lib/settings/preferences";

/** The preferences that decide a page's look and its formats. */
export type Appearance = Pick<AppPreferences, "interface_settings" | "data_preferences">;

/**
 * A copy of a person's preferences in one cookie of the browser, so that the first byte of a page is already right. The
 * row in the database is the truth, the mirror follows it (docs/decisions/031).
 */
export type Mirror = {
  /** The person's id; null: chosen in this browser by somebody who was not signed in. */
  readonly of: string | null;
  /** The person has used this browser before: a first visit's proposals are over. */
  readonly met: boolean;
  /** The device's zone that the person chose not to follow. */
  readonly keptZone: string | null;
  readonly values: JsonObject;
};

export const emptyMirror: Mirror = { of: null, met: false, keptZone: null, values: {} };

export const writeMirror = (mirror: Mirror): string => JSON.stringify(mirror);

/** The mirror after signing out: the browser keeps its look, the person's zone, currency and formats go. */
export function withoutPerson(mirror: Mirror): Mirror {
  const { interface_settings } = mirror.values;
  return { ...mirror, values: interface_settings === undefined ? {} : { interface_settings } };
}

/** The mirror with the browser's look and no person: the offline page is rendered with it. */
export const forNobody = (mirror: Mirror): Mirror => ({
  ...emptyMirror,
  values: withoutPerson(mirror).values,
});
