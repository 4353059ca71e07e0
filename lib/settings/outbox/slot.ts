import type { Slot } from "./device-document";
import type { Json, JsonObject } from "@/lib/settings/json";
import { composePatches, setAt, valueAt } from "@/lib/settings/patch";
import { patchedPaths, type Section } from "@/lib/settings/sections";

/** Two edits, one after the other, as one. The base of a path is the value the person saw at its first edit. */
export function composeSlots(section: Section, first: Slot | null, second: Slot): Slot {
  if (!first) return second;
  const firstPaths = new Set(patchedPaths(section, first.patch));
  const laterBase = Object.entries(second.base).filter(([path]) => !firstPaths.has(path));
  return {
    patch: composePatches(first.patch, second.patch),
    base: { ...Object.fromEntries(laterBase), ...first.base },
    // An edit of mixed sources is recorded as "ui": a record that says "undo" holds nothing but an undo.
    source: first.source === second.source ? first.source : "ui",
  };
}

/** The part of a slot whose paths are wanted; null where nothing is left. */
export function partOf(section: Section, slot: Slot, isWanted: (path: string) => boolean): Slot | null {
  const paths = patchedPaths(section, slot.patch).filter(isWanted);
  if (paths.length === 0) return null;
  const patch = paths.reduce<JsonObject>((part, path) => setAt(part, path, changeAt(slot, path)), {});
  const base = Object.fromEntries(Object.entries(slot.base).filter(([path]) => isWanted(path)));
  return { patch, base, source: slot.source };
}

/** The new value at a path; null: back to inherited. */
export const changeAt = ({ patch }: Pick<Slot, "patch">, path: string): Json => valueAt(patch, path) ?? null;

/** The value the person saw at a path; null: inherited. */
export const baseAt = (slot: Slot, path: string): Json => slot.base[path] ?? null;

/** The same edit with another base at a path; `seen` null: inherited. */
export function rebase(slot: Slot, path: string, seen: Json): Slot {
  const { [path]: _, ...others } = slot.base;
  return { ...slot, base: seen === null ? others : { ...others, [path]: seen } };
}
