import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listedZones } from "@/lib/time/zone-table";

/**
 * Writes lib/time/city-names.json, {zone: [Hebrew, Arabic]}, from an unpacked npm package cldr-dates-full, whose folder is the argument. It is run by
 * hand for a new release of the CLDR: the package is 99 MB, and nothing else needs it.
 */
const languages = ["he", "ar"] as const;
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: tsx scripts/city-names.ts <folder of cldr-dates-full>");

const packageFile = z.object({ version: z.string() });
const { version } = packageFile.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));

const city = z.object({ exemplarCity: z.string() });
/** Zones by their names' parts: {Asia: {Jerusalem: {exemplarCity}}}. */
function cityIn(zones: unknown, name: string): string | null {
  const node = name
    .split("/")
    .reduce<unknown>(
      (within, part) => z.record(z.string(), z.unknown()).safeParse(within).data?.[part],
      zones,
    );
  return city.safeParse(node).data?.exemplarCity ?? null;
}

const shape = (language: string) =>
  z.object({
    main: z.object({
      [language]: z.object({ dates: z.object({ timeZoneNames: z.object({ zone: z.unknown() }) }) }),
    }),
  });
const tables = await Promise.all(
  languages.map(async (language) => {
    const text = await readFile(join(folder, "main", language, "timeZoneNames.json"), "utf8");
    return shape(language).parse(JSON.parse(text)).main[language]?.dates.timeZoneNames.zone;
  }),
);
const cities = Object.fromEntries(
  listedZones().flatMap(({ id, names }) => {
    const found = tables.map(
      (zones) => names.map((name) => cityIn(zones, name)).find((one) => one !== null) ?? null,
    );
    return found.includes(null) ? [] : [[id, found]];
  }),
);
await writeFile("lib/time/city-names.json", `${JSON.stringify(cities).replaceAll("],", "],\n")}\n`);
const without = listedZones().filter(({ id }) => !(id in cities));
console.log(`CLDR ${version}; without a city: ${without.map(({ id }) => id).join(" ")}`);
