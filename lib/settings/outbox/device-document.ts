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
 * The record of a document on this device. One record holds everything, so that an edit moves from slot to slot in one
 * transaction and is never in two slots or in none. A record read from the device is input: an old build may have
 * written it, or a person by hand.
 */
export const deviceDocument = z.object({
  userId: z.string(),
  section: z.string(),
  projectId: z.nullable(z.string()),
  /** `schemaVersion` of the section when the edits were made. */
  schemaVersion: z.number(),
  /** The row as the server last answered it. Null: this device never got an answer. */
  snapshot: z.nullable(z.object({ overrides: jsonObject, version: z.number(), at: z.number() })),
  /** The request, frozen at its first attempt with the id by which the server recognises a repetition. */
  sending: z.nullable(z.extend(slot, { opId: z.string() })),
  /** Edits made since the request was frozen, composed into one. */
  pending: z.nullable(slot),
  /** Why the last attempt got no answer that settles it. */
  trouble: z.nullable(failureCode),
  /** Edits that the server refused for good: shown until dismissed. */
  notSaved: z.array(z.extend(unstored, { code: failureCode })),
  /** Edits of values that somebody else changed meanwhile: shown until the person chooses. */
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
