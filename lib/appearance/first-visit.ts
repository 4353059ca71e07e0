import { regionOf } from "@/lib/time/region";
import type { Zone } from "@/lib/time/zone";
import type { Locale } from "@/lib/vocabulary/locales";
import { sameJson, type Json, type JsonObject } from "@/lib/settings/json";
import { notifications, type NotificationSettings } from "@/lib/settings/notifications";
import { setAt, valueAt } from "@/lib/settings/patch";
import { preferences, type AppPreferences } from "@/lib/settings/preferences";
import type { Provenance } from "@/lib/settings/resolve";
import type { WorkingHours } from "@/lib/settings/schedule-fields";
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
  /** The browser's languages as it names them, such as en-GB, most wanted first. */
  browserTags: readonly string[];
  /** Null where the device names a zone that nobody knows. */
  deviceZone: Zone | null;
};

export type Proposal = {
  preferences: JsonObject | null;
  notifications: JsonObject | null;
  /** Values to tell the person about; null for a value that stays as it was. */
  told: {
    zone: string | null;
    language: Locale | null;
    workingHours: WorkingHours | null;
    currency: string | null;
    dateFormat: string | null;
  };
};

/**
 * Proposes the browser's zone and language, the working week and the currency of that place, the order of dates where the
 * browser's English is not American, and the theme chosen in this browser before signing in, for settings that nobody has
 * decided. Null if nothing would change, or the person has used this browser before: then a return to
 * inherited values is deliberate.
 */
export function firstVisitProposal(visit: Visit): Proposal | null {
  const { mirror, userId, deviceZone } = visit;
  if (mirror.met && mirror.of === userId) return null;
  const isAnothers = mirror.of !== null && mirror.of !== userId;
  const look = visit.brought.interface_settings;
  const language = isAnothers ? visit.browserLanguage : look.language;
  const region = deviceZone && regionOf(deviceZone.id);
  const forPreferences = undecided(preferences, visit.preferences, [
    ...zoneAt("data_preferences.timezone", deviceZone),
    ...unlessUsual("data_preferences.currency", region?.currency ?? "USD", "USD"),
    ...unlessUsual("data_preferences.dateFormat", dateOrder(language, visit.browserTags), "auto"),
    ["interface_settings.language", language],
    ...(isAnothers || look.theme === "system" ? [] : [["interface_settings.theme", look.theme] as const]),
  ]);
  const usual = visit.notifications.value.notification_schedule.workingHours;
  const hours = region && { ...usual, days: { ...region.days } };
  const forNotifications = undecided(notifications, visit.notifications, [
    ...zoneAt("notification_schedule.timezone", deviceZone),
    ...(hours && !sameJson(hours, usual) ? [[hoursPath, hours] as const] : []),
  ]);
  const news = [...forPreferences, ...forNotifications].filter(({ isNew }) => isNew);
  if (news.length === 0) return null;
  const tells = (end: string) => news.some(({ path }) => path.endsWith(end));
  const word = (path: string) => news.find((each) => each.path === path)?.value;
  const text = (value: Json | undefined) => (typeof value === "string" ? value : null);
  return {
    preferences: patchOf(forPreferences),
    notifications: patchOf(forNotifications),
    told: {
      zone: tells("timezone") ? (deviceZone?.id ?? null) : null,
      language: tells("language") ? language : null,
      workingHours: tells("workingHours") ? hours : null,
      currency: text(word("data_preferences.currency")),
      dateFormat: text(word("data_preferences.dateFormat")),
    },
  };
}

const hoursPath = "notification_schedule.workingHours";

/** A zone is proposed by its name of today, whichever name the device has for it. */
const zoneAt = (path: string, zone: Zone | null): [path: string, value: string][] =>
  zone ? [[path, zone.id]] : [];

/** What everybody begins with need not be written. */
const unlessUsual = (path: string, value: string, usual: string): [path: string, value: string][] =>
  value === usual ? [] : [[path, value]];

/** English of these places writes dates as the language's default does, the month first. */
const monthFirst = ["us", "ca", "ph"];

function dateOrder(language: Locale, tags: readonly string[]): "dmy" | "auto" {
  const tag = tags.find((each) => each.toLowerCase().startsWith("en-"));
  const place = tag?.split("-").at(-1)?.toLowerCase() ?? "us";
  return language === "en" && place.length === 2 && !monthFirst.includes(place) ? "dmy" : "auto";
}

type Leaf = { path: string; value: Json; isNew: boolean };

/** The wanted values whose settings nobody, neither person nor team, has decided. */
const undecided = <Value extends Json>(
  section: Section,
  { value, provenance }: View<Value>,
  wanted: readonly (readonly [path: string, value: Json])[],
): Leaf[] =>
  wanted
    .filter(([path, proposed]) => {
      const field = leaves(section).get(path);
      return provenance[path] === "default" && field !== undefined && isValid(field, proposed);
    })
    .map(([path, proposed]) => ({ path, value: proposed, isNew: !sameJson(valueAt(value, path), proposed) }));

const patchOf = (given: readonly Leaf[]): JsonObject | null =>
  given.length === 0
    ? null
    : given.reduce<JsonObject>((patch, { path, value }) => setAt(patch, path, value), {});
