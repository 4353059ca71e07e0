import type { DeviceDocument, Slot } from "./device-document";
import type { JsonObject } from "@/lib/settings/json";
import { changedPaths, setAt } from "@/lib/settings/patch";
import { isLeafOf, type Section } from "@/lib/settings/sections";
import { changeAt, composeSlots } from "./slot";

/** A patch with the old names of renamed keys replaced by the new ones. */
export function upgradePatch(section: Section, patch: JsonObject): JsonObject {
  const isLeaf = isLeafOf(section);
  const paths = changedPaths(patch, (path) => isLeaf(path) || Object.hasOwn(section.renamed ?? {}, path));
  return paths.reduce<JsonObject>(
    (upgraded, path) => setAt(upgraded, newName(section, path), changeAt({ patch }, path)),
    {},
  );
}

/**
 * A record of an older build under the names of this build. A frozen request goes back to `pending`: its patch differs
 * now, and the server refuses the same op_id with another patch. Where the server has stored the old request after all,
 * the new one finds its own values stored, which is no conflict.
 */
export function upgradeDocument(section: Section, document: DeviceDocument): DeviceDocument {
  if (document.schemaVersion >= section.schemaVersion) return document;
  const sending = document.sending && upgradeSlot(section, document.sending);
  const pending = document.pending && upgradeSlot(section, document.pending);
  return {
    ...document,
    schemaVersion: section.schemaVersion,
    sending: null,
    pending: pending ? composeSlots(section, sending, pending) : sending,
    notSaved: document.notSaved.map((notice) => ({ ...notice, path: newName(section, notice.path) })),
    conflicts: document.conflicts.map((notice) => ({ ...notice, path: newName(section, notice.path) })),
  };
}

const upgradeSlot = (section: Section, { patch, base, source }: Slot): Slot => ({
  source,
  patch: upgradePatch(section, patch),
  base: Object.fromEntries(Object.entries(base).map(([path, seen]) => [newName(section, path), seen])),
});

const newName = (section: Section, path: string): string => section.renamed?.[path] ?? path;
