import * as s from "@/lib/schema";
import { isJsonObject, type Json, type JsonObject } from "@/lib/settings/json";
import { editSources } from "@/lib/settings/wire";

const jsonObject = s.custom<JsonObject>(isJsonObject);
const json = s.custom<Json>((value) => value !== undefined);

/**
 * A change and, per dotted path, the value the person saw when first editing it. A path not in `base` was inherited.
 * A build that knew no `source` had edits by hand only.
 */
const slotShape = { patch: jsonObject, base: jsonObject, source: s.withDefault(s.oneOf(editSources), "ui") };
const slot = s.object(slotShape);

/** A change of one path that is not stored; null stands for inherited. */
const unstored = { path: s.string(), base: json, mine: json, at: s.number() };

const failureCode = s.oneOf([
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
export const deviceDocument = s.object({
  userId: s.string(),
  section: s.string(),
  projectId: s.nullable(s.string()),
  /** `schemaVersion` of the section when the edits were made. */
  schemaVersion: s.number(),
  /** The row as the server last answered it. Null: this device never got an answer. */
  snapshot: s.nullable(s.object({ overrides: jsonObject, version: s.number(), at: s.number() })),
  /** The request, frozen at its first attempt with the id by which the server recognises a repetition. */
  sending: s.nullable(s.object({ ...slotShape, opId: s.string() })),
  /** Edits made since the request was frozen, composed into one. */
  pending: s.nullable(slot),
  /** Why the last attempt got no answer that settles it. */
  trouble: s.nullable(failureCode),
  /** Edits that the server refused for good: shown until dismissed. */
  notSaved: s.array(s.object({ ...unstored, code: failureCode })),
  /** Edits of values that somebody else changed meanwhile: shown until the person chooses. */
  conflicts: s.array(s.object({ ...unstored, theirs: json })),
});
