import type { Zone } from "@/lib/time/zone";
import type { Locale } from "@/lib/vocabulary/locales";
import type { Json, JsonObject } from "@/lib/settings/json";
import { notifications, type NotificationSettings } from "@/lib/settings/notifications";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences, type AppPreferences } from "@/lib/settings/preferences";
import type { Provenance } from "@/lib/settings/resolve";
import { isValid, leaves, type Section } from "@/lib/settings/sections";
import type { Appearance, Mirror } from "./mirror";

type View<Value> = { value: Value; provenance: Provenance };

/** Freshly read settings of a person, and facts about their browser. */
export type Visit = {
  userId: string;
  preferences: View<AppPreferences>;
  notifications: View<NotificationSettings>;
  mirror: Mirror;
  /** The appearance with which the server rendered the page. */
  brought: Appearance;
  browserLanguage: Locale;
  /** Null where the device names a zone that nobody knows. */
  deviceZone: Zone | null;
};

export type Proposal = {
  preferences: JsonObject | null;
  notifications: JsonObject | null;
  /** Values to tell the person about; null for a value that stays as it was. */
  told: { zone: string | null; language: Locale | null };
};

/**
 * Proposes the browser's zone and language, and the theme chosen in this browser before signing in, for settings that
 * nobody has decided. Null if nothing would change, or the person has used this browser before: then a return to
 * inherited values is deliberate.
 */
export function firstVisitProposal(visit: Visit): Proposal | null {
  const { mirror, userId, deviceZone } = visit;
  if (mirror.met && mirror.of === userId) return null;
  const isAnothers = mirror.of !== null && mirror.of !== userId;
  const look = visit.brought.interface_settings;
  const language = isAnothers ? visit.browserLanguage : look.language;
  const forPreferences = undecided(preferences, visit.preferences, [
    ...zoneAt("data_preferences.timezone", deviceZone),
    ["interface_settings.language", language],
    ...(isAnothers || look.theme === "system" ? [] : [["interface_settings.theme", look.theme] as const]),
  ]);
  const forNotifications = undecided(
    notifications,
    visit.notifications,
    zoneAt("notification_schedule.timezone", deviceZone),
  );
  const news = [...forPreferences, ...forNotifications].filter(({ isNew }) => isNew);
  if (news.length === 0) return null;
  const tells = (end: string) => news.some(({ path }) => path.endsWith(end));
  return {
    preferences: patchOf(forPreferences),
    notifications: patchOf(forNotifications),
    told: {
      zone: tells("timezone") ? (deviceZone?.id ?? null) : null,
      language: tells("language") ? language : null,
    },
  };
}

/** A zone is proposed by its name of today, whichever name the device has for it. */
const zoneAt = (path: string, zone: Zone | null): [path: string, value: string][] =>
  zone ? [[path, zone.id]] : [];

type Leaf = { path: string; value: Json; isNew: boolean };

/** The wanted values whose settings nobody, neither person nor team, has decided. */
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
