import * as z from "zod/mini";
import { editSources } from "@/lib/settings/wire";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";

/** A document of a person on this device: one row of a section, of any build. */
export type DocumentKey = { userId: string; section: string; projectId: string | null };

const jsonObject = z.custom<JsonObject>(isJsonObject);
const json = z.custom<Json>((value) => value !== undefined);

/**
 * A change and, per dotted path, the value the person saw when first editing it. A path not in `base` was inherited.
 * A build that knew no `source` had edits by hand only.
 */
const slot = z.object({ patch: jsonObject, base: jsonObject, source: z._default(z.enum(editSources), "ui") });

/** A change of one path that is not stored; null stands for inherited. */
const unstored = z.object({ path: z.string(), base: json, mine: json, at: z.number() });

const failureCode = z.enum([
  "invalid",
  "unauthenticated",
  "wrong_user",
  "forbidden",
  "not_found",
  "conflict",
  "rate_limited",
  "unavailable",
]);

/**
 * All this device keeps of a document, in one record, so that an edit moves from slot to slot in one transaction:
 * never in two places, never in none. What is read from the device is input: an old build or a hand may have written it.
 */
export const deviceDocument = z.object({
  userId: z.string(),
  section: z.string(),
  projectId: z.nullable(z.string()),
  /** `schemaVersion` of the section when the edits were made. */
  schemaVersion: z.number(),
  /** What the server last said. Null: this device never heard. */
  snapshot: z.nullable(z.object({ overrides: jsonObject, version: z.number(), at: z.number() })),
  /** Frozen at its first attempt, with the id under which the server recognises a repetition. */
  sending: z.nullable(z.extend(slot, { opId: z.string() })),
  /** Edits made since, composed. */
  pending: z.nullable(slot),
  /** Why the last attempt got no answer that settles it. */
  trouble: z.nullable(failureCode),
  /** Refused for good: shown until dismissed. */
  notSaved: z.array(z.extend(unstored, { code: failureCode })),
  /** Somebody else changed the value meanwhile: shown until the person chooses. */
  conflicts: z.array(z.extend(unstored, { theirs: json })),
});

export type DeviceDocument = z.infer<typeof deviceDocument>;
export type Slot = z.infer<typeof slot>;
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
