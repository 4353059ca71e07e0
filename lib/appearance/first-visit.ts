import { isSameZone } from "@/lib/time/time-zones";
import type { Locale } from "@/lib/vocabulary/locales";
import type { Json, JsonObject } from "@/lib/settings/json";
import { notifications, type NotificationSettings } from "@/lib/settings/notifications";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences, type AppPreferences } from "@/lib/settings/preferences";
import type { Provenance } from "@/lib/settings/resolve";
import { isValid, leaves, type Section } from "@/lib/settings/sections";
import type { Appearance, Mirror } from "./mirror";

type View<Value> = { value: Value; provenance: Provenance };

/** What is known of the person, who has been read fresh, and of the browser they came with. */
export type Visit = {
  userId: string;
  preferences: View<AppPreferences>;
  notifications: View<NotificationSettings>;
  mirror: Mirror;
  /** As the page looked when it came, and the language that the browser itself asks for. */
  brought: Appearance;
  browserLanguage: Locale;
  deviceZone: string;
};

export type Proposal = {
  preferences: JsonObject | null;
  notifications: JsonObject | null;
  /** What to tell the person; null where the value is no other than before. */
  told: { zone: string | null; language: Locale | null };
};

/**
 * The zone and the language of the browser for a person who is here for the first time and has said nothing, and the
 * theme if they chose one here before they signed in. Null where all of it is so already, or they have been here before:
 * who then goes back to inherited means it.
 */
export function firstVisitProposal(visit: Visit): Proposal | null {
  const { mirror, userId, deviceZone } = visit;
  if (mirror.met && mirror.of === userId) return null;
  const isAnothers = mirror.of !== null && mirror.of !== userId;
  const look = visit.brought.interface_settings;
  const language = isAnothers ? visit.browserLanguage : look.language;
  const forPreferences = undecided(preferences, visit.preferences, [
    ["data_preferences.timezone", deviceZone],
    ["interface_settings.language", language],
    ...(isAnothers || look.theme === "system" ? [] : [["interface_settings.theme", look.theme] as const]),
  ]);
  const forNotifications = undecided(notifications, visit.notifications, [
    ["notification_schedule.timezone", deviceZone],
  ]);
  const news = [...forPreferences, ...forNotifications].filter(({ isNew }) => isNew);
  if (news.length === 0) return null;
  const tells = (end: string) => news.some(({ path }) => path.endsWith(end));
  return {
    preferences: patchOf(forPreferences),
    notifications: patchOf(forNotifications),
    told: { zone: tells("timezone") ? deviceZone : null, language: tells("language") ? language : null },
  };
}

type Leaf = { path: string; value: Json; isNew: boolean };

/** The values that nobody has decided yet; a team that has decided one is not overruled. */
const undecided = <Value extends Json>(
  section: Section,
  { value, provenance }: View<Value>,
  wanted: readonly (readonly [path: string, value: string])[],
): Leaf[] =>
  wanted
    .filter(([path, proposed]) => {
      const field = leaves(section).get(path);
      return provenance[path] === "default" && field !== undefined && isValid(field, proposed);
    })
    .map(([path, proposed]) => ({ path, value: proposed, isNew: valueAt(value, path) !== proposed }));

const patchOf = (given: readonly Leaf[]): JsonObject | null =>
  given.length === 0
    ? null
    : given.reduce<JsonObject>((patch, { path, value }) => setAt(patch, path, value), {});

/** The device's zone where it is not the person's, and they have not said that this is as it should be. */
export function zoneQuestion(
  { preferences: { value }, deviceZone }: Pick<Visit, "preferences" | "deviceZone">,
  keptZone: string | null,
): { device: string; chosen: string } | null {
  const chosen = value.data_preferences.timezone;
  if (isSameZone(deviceZone, chosen)) return null;
  if (keptZone !== null && isSameZone(keptZone, deviceZone)) return null;
  return { device: deviceZone, chosen };
}
