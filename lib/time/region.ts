import type { Weekday } from "@/lib/vocabulary/weekdays";

/** What is usual where a zone's clock is read. `currency` null: none of those that the app writes. */
export type Region = Readonly<{ days: Readonly<Record<Weekday, boolean>>; currency: string | null }>;

/** Places that rest on Friday and Saturday; the Emirates moved to Saturday and Sunday in 2022 (CLDR 48, weekData). */
const restOnFriday = new Set([
  ...["Asia/Jerusalem", "Asia/Riyadh", "Africa/Cairo", "Asia/Amman", "Asia/Qatar", "Asia/Baghdad"],
  ...["Africa/Algiers", "Africa/Tripoli", "Africa/Khartoum", "Asia/Damascus"],
  ...["Asia/Kuwait", "Asia/Bahrain", "Asia/Muscat", "Asia/Aden"],
]);

const euro = [
  "Amsterdam",
  "Athens",
  "Berlin",
  "Brussels",
  "Dublin",
  "Helsinki",
  "Lisbon",
  "Madrid",
  "Malta",
  "Paris",
]
  .concat(["Riga", "Rome", "Sofia", "Tallinn", "Vienna", "Vilnius", "Zagreb"])
  .map((city) => [`Europe/${city}`, "EUR"] as const);

/** By zone (CLDR 48, currencyData). Where nothing stands, the currency stays as it is. */
const currencies = new Map<string, string>([
  ...euro,
  ["Asia/Nicosia", "EUR"],
  ["Europe/London", "GBP"],
  ["Asia/Jerusalem", "ILS"],
  ["Asia/Dubai", "AED"],
  ["Asia/Riyadh", "SAR"],
  ["Africa/Cairo", "EGP"],
  ["Asia/Amman", "JOD"],
]);

/** The working days and the currency of a place, by the id of its zone. */
export function regionOf(zoneId: string): Region {
  const rest: readonly Weekday[] = restOnFriday.has(zoneId) ? ["fri", "sat"] : ["sat", "sun"];
  const works = (day: Weekday) => !rest.includes(day);
  return {
    days: {
      sun: works("sun"),
      mon: works("mon"),
      tue: works("tue"),
      wed: works("wed"),
      thu: works("thu"),
      fri: works("fri"),
      sat: works("sat"),
    },
    currency: currencies.get(zoneId) ?? null,
  };
}
