import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { listedZones } from "@/lib/time/zone-table";

/**
 * Writes lib/time/city-names.ts from an unpacked npm package cldr-dates-full, whose folder is the argument. It is run by
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
const named = listedZones().flatMap(({ id, names }) => {
  const cities = tables.map(
    (zones) => names.map((name) => cityIn(zones, name)).find((one) => one !== null) ?? null,
  );
  return cities.includes(null) ? [] : [[id, ...cities].join("=")];
});
const perLine = 8;
const lines = Array.from({ length: Math.ceil(named.length / perLine) }, (_, at) =>
  named.slice(at * perLine, (at + 1) * perLine).join("|"),
);
await writeFile(
  "lib/time/city-names.ts",
  `// Written by \`tsx scripts/city-names.ts\` from the CLDR ${version}, package cldr-dates-full. Do not edit.
// Copyright 1991-2026 Unicode, Inc. Unicode License V3 (https://www.unicode.org/license.txt).

/** The city of each zone in Hebrew and Arabic: \`<zone>=<Hebrew>=<Arabic>|…\`. */
export const cityLines: readonly string[] = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}
];
`,
);
const without = listedZones().filter(({ id }) => !named.some((line) => line.startsWith(`${id}=`)));
console.log(`CLDR ${version}; without a city: ${without.map(({ id }) => id).join(" ")}`);
