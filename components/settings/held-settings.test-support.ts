import { useSyncExternalStore } from "react";
import type { FieldGroup } from "@/lib/settings/fields";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { mergeObject, setAt } from "@/lib/settings/patch";
import { resolve } from "@/lib/settings/resolve";
import type { Section } from "@/lib/settings/sections";

/** The settings of a person on a device of its own; `patches` is what was asked of it, in order. */
export function heldSettings<C extends FieldGroup>(section: Section<C>, start: JsonObject = {}) {
  const patches: JsonObject[] = [];
  const listeners = new Set<() => void>();
  let overrides = start;
  const become = (next: JsonObject) => {
    overrides = next;
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const editPatch = (patch: unknown) => {
    if (!isJsonObject(patch)) throw new Error("a patch is an object");
    const before = overrides;
    patches.push(patch);
    become(mergeObject(overrides, patch));
    return () => become(before);
  };
  const edit = (path: string, value: Json) => editPatch(setAt({}, path, value));
  return {
    patches,
    overrides: () => overrides,
    /** A change that arrives from another device. */
    receive: (path: string, theirs: Json) => become(mergeObject(overrides, setAt({}, path, theirs))),
    use() {
      const held = useSyncExternalStore(subscribe, () => overrides);
      const view = resolve(section, [{ name: "user", overrides: held, version: 1 }]);
      return { ...view, editPatch, edit, reset: (path: string) => edit(path, null) };
    },
  };
}
