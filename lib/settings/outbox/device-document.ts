import type { ValueOf } from "@/lib/schema";
import type { JsonObject } from "@/lib/settings/json";
import { mergeObject } from "@/lib/settings/patch";
import type { deviceDocument } from "./document-schema";

/** A document of a person on this device: one row of a section, of any build. */
export type DocumentKey = { userId: string; section: string; projectId: string | null };

export type DeviceDocument = ValueOf<typeof deviceDocument>;
export type Slot = NonNullable<DeviceDocument["pending"]>;
export type NotSaved = DeviceDocument["notSaved"][number];
export type Conflict = DeviceDocument["conflicts"][number];

export const emptyDocument = (
  { userId, section, projectId }: DocumentKey,
  schemaVersion: number,
): DeviceDocument => ({
  userId,
  section,
  projectId,
  schemaVersion,
  snapshot: null,
  sending: null,
  pending: null,
  trouble: null,
  notSaved: [],
  conflicts: [],
});

/** A notice about a path ends when the person edits the path again, or dismisses it. */
export function withoutNotices(document: DeviceDocument, paths: readonly string[]): DeviceDocument {
  return {
    ...document,
    notSaved: document.notSaved.filter(({ path }) => !paths.includes(path)),
    conflicts: document.conflicts.filter(({ path }) => !paths.includes(path)),
  };
}

/** The row as this device keeps it: what the server said, with the edits that it has not answered yet. */
export const keptOverrides = ({ snapshot, sending, pending }: DeviceDocument): JsonObject =>
  [sending, pending].reduce<JsonObject>(
    (overrides, slot) => (slot ? mergeObject(overrides, slot.patch) : overrides),
    snapshot?.overrides ?? {},
  );
