import type { Locale } from "@/lib/vocabulary/locales";
import type { Instant } from "./formats";

export type TimeZone = {
  /** The IANA name, as browsers and PostgreSQL know it. */
  id: string;
  city: string;
  /** The language's own name of the zone, such as "Central European Time"; empty where it has none. */
  name: string;
  /** Minutes ahead of UTC at the instant asked for. */
  offset: number;
};

/** Cities renamed after their zones were named: browsers still list the older name. */
const renamed = new Map([
  ["Asia/Calcutta", "Kolkata"],
  ["Asia/Katmandu", "Kathmandu"],
  ["Asia/Rangoon", "Yangon"],
  ["Asia/Saigon", "Ho Chi Minh"],
  ["Atlantic/Faeroe", "Faroe"],
  ["Europe/Kiev", "Kyiv"],
]);

/** `America/Argentina/Buenos_Aires` is Buenos Aires. */
export const cityOf = (id: string): string =>
  renamed.get(canonicalZone(id)) ?? (id.split("/").at(-1) ?? id).replaceAll("_", " ");

/**
 * This browser's one name for a zone: some say Asia/Calcutta, others Asia/Kolkata. Unknown names are returned
 * unchanged.
 */
export function canonicalZone(id: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: id }).resolvedOptions().timeZone;
  } catch {
    return id;
  }
}

export const isSameZone = (one: string, other: string): boolean =>
  one === other || canonicalZone(one) === canonicalZone(other);

/** Minutes ahead of UTC at an instant; the offset changes with the season. */
export function offsetOf(id: string, at: Instant): number {
  const written = zonePart("en", id, at, "longOffset");
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(written) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** `UTC+05:30`; UTC itself is `UTC`. Minus is a hyphen, so that a search for `-5` finds the zone. */
export function writeOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}

export function describeZone(id: string, locale: Locale, at: Instant): TimeZone {
  const name = zonePart(locale, id, at, "longGeneric");
  // If the language has no name for the zone, Intl writes the offset.
  return { id, city: cityOf(id), name: /\d/.test(name) ? "" : name, offset: offsetOf(id, at) };
}

/** Every zone the browser knows, from west to east, then by city. */
export const listZones = (locale: Locale, at: Instant): TimeZone[] =>
  ["UTC", ...Intl.supportedValuesOf("timeZone").filter((id) => id !== "UTC")]
    .map((id) => describeZone(id, locale, at))
    .sort((a, b) => a.offset - b.offset || a.city.localeCompare(b.city, "en"));

/**
 * The zones whose city, region, name or offset holds every word of the query, cities that begin with it first.
 * Accents, case, hyphens and underscores do not count: "sao paulo" finds São Paulo.
 */
export function searchZones(zones: readonly TimeZone[], query: string): TimeZone[] {
  const words = folded(query).split(" ").filter(Boolean);
  const found = zones.filter((zone) => {
    const text = folded(`${zone.city} ${zone.id} ${zone.name} ${writeOffset(zone.offset)}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (zone: TimeZone) => folded(zone.city).startsWith(words.join(" "));
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[_/]+/g, " ")
    .trim();

function zonePart(
  locale: Locale,
  timeZone: string,
  at: Instant,
  timeZoneName: "longOffset" | "longGeneric",
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
