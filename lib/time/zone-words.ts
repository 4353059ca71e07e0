import type { Locale } from "@/lib/vocabulary/locales";
import type { Zone } from "./zone";

/** The city in the name of a zone: `America/Argentina/Buenos_Aires` is Buenos Aires. */
export const cityInName = (name: string): string => (name.split("/").at(-1) ?? name).replaceAll("_", " ");

/** The city of a zone as the language writes it. */
export const cityOf = ({ id, cities }: Pick<Zone, "id" | "cities">, locale: Locale): string =>
  (locale === "en" ? undefined : cities[locale]) ?? cityInName(id);

/** Whether a zone is meant by this name: some devices say Asia/Calcutta, others Asia/Kolkata. */
export const isCalled = ({ names }: Zone, name: string): boolean => names.includes(name);

/** `UTC+05:30`; UTC itself is `UTC`. Minus is a hyphen, so that a search for `-5` finds the zone. */
export function writeOffset(minutes: number): string {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `UTC${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}
