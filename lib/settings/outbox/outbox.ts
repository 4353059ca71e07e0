import type { Result } from "@/lib/result";
import type { Json, JsonObject } from "@/lib/settings/json";
import { valueAt } from "@/lib/settings/patch";
import { patchedPaths, type Section } from "@/lib/settings/sections";
import type { EditSource, PatchAnswer } from "@/lib/settings/wire";
import { recordAnswer } from "./answer";
import { keptOverrides, withoutNotices, type DeviceDocument } from "./device-document";
import { composeSlots } from "./slot";
import { newerSnapshot, type SnapshotRead } from "./snapshot";

export type OutboxEvent =
  /**
   * `seen`: the overrides of this document as the person saw them, edits under way included. Null: the page did not
   * know them yet, and the record on the device is the best there is.
   */
  | { kind: "edited"; patch: JsonObject; seen: JsonObject | null; source: EditSource }
  /** A tab is about to send. `opId` becomes the id of what is frozen now; what was frozen before keeps its own. */
  | { kind: "attempted"; opId: string }
  | { kind: "answered"; opId: string; answer: Result<PatchAnswer>; at: number }
  | { kind: "read"; snapshot: SnapshotRead }
  | { kind: "dismissed"; path: string };

/**
 * The outbox of one document as a pure function. An edit is in `pending`, then in `sending`, then in the server's
 * answer; only an answer clears `sending`, and a repetition is the very same request.
 */
export function recordEvent(section: Section, document: DeviceDocument, event: OutboxEvent): DeviceDocument {
  switch (event.kind) {
    case "edited":
      return recordEdit(section, document, event);
    case "attempted":
      return document.sending || !document.pending
        ? document
        : { ...document, sending: { ...document.pending, opId: event.opId }, pending: null };
    case "answered":
      return recordAnswer(section, document, event);
    case "read":
      return { ...document, snapshot: newerSnapshot(document.snapshot, event.snapshot) };
    case "dismissed":
      return withoutNotices(document, [event.path]);
  }
}

type Edited = Extract<OutboxEvent, { kind: "edited" }>;

function recordEdit(section: Section, document: DeviceDocument, { patch, source, ...edited }: Edited) {
  const paths = patchedPaths(section, patch);
  if (paths.length === 0) return document;
  const seen = edited.seen ?? keptOverrides(document);
  // Another tab may have sent this path a moment ago: its value is then what the server holds when this edit arrives.
  const sent = document.sending ? patchedPaths(section, document.sending.patch) : [];
  const base = paths.flatMap((path): [string, Json][] => {
    const stood =
      valueAt(document.sending && sent.includes(path) ? document.sending.patch : seen, path) ?? null;
    return stood === null ? [] : [[path, stood]];
  });
  const edit = { patch, base: Object.fromEntries(base), source };
  return withoutNotices({ ...document, pending: composeSlots(section, document.pending, edit) }, paths);
}
