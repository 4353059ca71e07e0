import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { z } from "zod";
import type { Seen } from "./walk";

export const PLACES = "docs/messages/places.json";

const placeList = z.array(
  z.object({ page: z.string(), id: z.string(), title: z.string(), keys: z.array(z.string()) }),
);

/** Where each message stands, each at the first place where it was seen. */
export type Places = z.infer<typeof placeList>;

export const placesIn = (folder: string): Places =>
  existsSync(join(folder, PLACES))
    ? placeList.parse(JSON.parse(readFileSync(join(folder, PLACES), "utf8")))
    : [];

/** The file of the places, from what was seen in one language after the other. */
export function placesText(seen: readonly Seen[]): Promise<string> {
  const placed = new Set<string>();
  const places = new Map<string, Places[number]>();
  for (const { page, id, title, keys } of seen) {
    const place = places.get(id) ?? { page, id, title, keys: [] };
    places.set(id, place);
    for (const key of keys) if (!placed.has(key)) place.keys.push(key);
    for (const key of keys) placed.add(key);
  }
  return format(JSON.stringify([...places.values()]), { parser: "json", printWidth: 110 });
}
