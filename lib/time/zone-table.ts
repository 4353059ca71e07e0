import { cityLines } from "./city-names";
import { readZone, utc, type Zone, type ZoneBlock } from "./zone";
import { zoneLines } from "./zone-data";

export { zoneVersion } from "./zone-data";

/** The cities of a zone, by its name of today. */
const cities = new Map(
  cityLines.flatMap((line) =>
    line.split("|").map((written) => {
      const [id = "", ...named] = written.split("=");
      return [id, named] as const;
    }),
  ),
);

/** Every zone by each of its names. A zone is read from its text when it is first asked for. */
const blocks = new Map<string, ZoneBlock>(
  zoneLines.flatMap((line) => {
    const [history = "", zones = ""] = line.split("|");
    return zones.split(" ").flatMap((names) => {
      const all = names.split("=");
      const block = [history, names, ...(cities.get(all[0] ?? "") ?? [])].join("|");
      return all.map((name): [string, ZoneBlock] => [name, block]);
    });
  }),
);
const read = new Map<ZoneBlock, Zone>();

/** The zone of this name, old or new; null where no zone has it. */
export function findZone(name: string): Zone | null {
  const block = blocks.get(name);
  if (block === undefined) return null;
  const zone = read.get(block) ?? readZone(block);
  read.set(block, zone);
  return zone;
}

/**
 * The zone that a stored name means. A name that no zone has can only have been stored past every check: its clock is
 * UTC, as it is for everybody who has chosen none.
 */
export const zoneOf = (name: string): Zone => findZone(name) ?? utc;

/** The text of each of these zones, once: what a page carries, so that a browser needs no table. */
export const blocksOf = (names: readonly string[]): ZoneBlock[] => [
  ...new Set(names.flatMap((name) => blocks.get(name) ?? [])),
];

/** Every name that a zone has or had. */
export const zoneNames = (): string[] => [...blocks.keys()].sort();

/** The zones that people choose from, UTC too, by their names of today; the 26 fixed offsets of ships are none. */
export const listedZones = (): Zone[] =>
  [...new Set(blocks.values())].map((block) => readZone(block)).filter(({ id }) => !id.startsWith("Etc/"));
