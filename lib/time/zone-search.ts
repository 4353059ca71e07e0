import { languageTag } from "@/lib/vocabulary/language-tag";
import type { Locale } from "@/lib/vocabulary/locales";
import { millisecondsOf, offsetOf, type Instant, type Zone } from "./zone";
import { cityOf, writeOffset } from "./zone-words";

export type DescribedZone = {
  /** The IANA name of today. */
  id: string;
  /** Its older names: a search finds them. */
  aliases: string;
  city: string;
  /** The language's own name of the zone, such as "Central European Time"; empty where it has none. */
  name: string;
  /** Minutes ahead of UTC at the instant asked for. */
  offset: number;
};

/** The zones in the words of a language, from west to east, then by city. */
export const describeZones = (zones: readonly Zone[], locale: Locale, at: Instant): DescribedZone[] =>
  zones
    .map((zone) => ({
      id: zone.id,
      aliases: zone.names.slice(1).join(" "),
      city: cityOf(zone, locale),
      name: nameOf(zone, locale, at),
      offset: offsetOf(zone, at),
    }))
    .sort((a, b) => a.offset - b.offset || a.city.localeCompare(b.city, languageTag(locale)));

/**
 * The language's words for a zone are asked of the engine, by whichever of its names that knows. They are words of a list
 * that only browsers draw, and no clock.
 */
function nameOf({ names }: Zone, locale: Locale, at: Instant): string {
  for (const timeZone of names) {
    try {
      const format = new Intl.DateTimeFormat(languageTag(locale), { timeZone, timeZoneName: "longGeneric" });
      const name =
        format.formatToParts(millisecondsOf(at)).find(({ type }) => type === "timeZoneName")?.value ?? "";
      // If the language has no name for the zone, Intl writes the offset.
      return /\d/.test(name) ? "" : name;
    } catch {
      // An older engine knows the zone by an older name.
    }
  }
  return "";
}

/**
 * The zones whose city, region, name or offset holds every word of the query, cities that begin with it first.
 * Accents, case, hyphens and underscores do not count: "sao paulo" finds São Paulo.
 */
export function searchZones(zones: readonly DescribedZone[], query: string): DescribedZone[] {
  const words = folded(query).split(" ").filter(Boolean);
  const found = zones.filter((zone) => {
    const text = folded(`${zone.city} ${zone.id} ${zone.aliases} ${zone.name} ${writeOffset(zone.offset)}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (zone: DescribedZone) => folded(zone.city).startsWith(words.join(" "));
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[_/]+/g, " ")
    .trim();
