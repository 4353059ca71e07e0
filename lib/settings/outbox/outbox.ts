import type { FailureCode, Result } from "@/lib/result";
import type { EditSource } from "@/lib/settings/change-source";
import type { DeviceDocument, Slot } from "@/lib/settings/device-document";
import type { Json, JsonObject } from "@/lib/settings/json";
import { mergeObject, valueAt } from "@/lib/settings/patch";
import { patchedPaths, type Section } from "@/lib/settings/sections";
import { baseAt, changeAt, composeSlots, partOf, rebase } from "./slot";
import { newerSnapshot, type Reading } from "@/lib/settings/client/snapshot";

/** What the server answers to a patch: the row as it is now, and the paths it left alone. */
export type Saved = {
  overrides: JsonObject;
  version: number;
  conflicts: { path: string; base: Json; mine: Json; theirs: Json }[];
};

export type OutboxEvent =
  /**
   * `seen`: the overrides of this document as the person saw them, edits under way included. Null: the page did not
   * know them yet; then the device does, if anybody.
   */
  | { kind: "edited"; patch: JsonObject; seen: JsonObject | null; source: EditSource }
  /** Somebody is about to send. `opId` is used if something new is to be frozen. */
  | { kind: "attempted"; opId: string }
  | { kind: "answered"; opId: string; answer: Result<Saved>; at: number }
  | { kind: "read"; reading: Reading }
  | { kind: "dismissed"; path: string };

/**
 * The outbox of one document as a pure function. An edit is in `pending`, then in `sending`, then in the server's
 * answer; only an answer clears `sending`, and a repetition is the very same request.
 */
export function afterEvent(section: Section, document: DeviceDocument, event: OutboxEvent): DeviceDocument {
  switch (event.kind) {
    case "edited":
      return afterEdit(section, document, event);
    case "attempted":
      return document.sending || !document.pending
        ? document
        : { ...document, sending: { ...document.pending, opId: event.opId }, pending: null };
    case "answered":
      return afterAnswer(section, document, event);
    case "read":
      return { ...document, snapshot: newerSnapshot(document.snapshot, event.reading) };
    case "dismissed":
      return withoutNotices(document, [event.path]);
  }
}

type Edited = Extract<OutboxEvent, { kind: "edited" }>;

function afterEdit(section: Section, document: DeviceDocument, { patch, source, ...edited }: Edited) {
  const paths = patchedPaths(section, patch);
  if (paths.length === 0) return document;
  const seen = edited.seen ?? keptOverrides(document);
  // Another tab may have sent this path a moment ago: then that is what stands when this edit arrives.
  const sent = document.sending ? patchedPaths(section, document.sending.patch) : [];
  const base = paths.flatMap((path): [string, Json][] => {
    const stood =
      valueAt(document.sending && sent.includes(path) ? document.sending.patch : seen, path) ?? null;
    return stood === null ? [] : [[path, stood]];
  });
  const edit = { patch, base: Object.fromEntries(base), source };
  return withoutNotices({ ...document, pending: composeSlots(section, document.pending, edit) }, paths);
}

/** The row as this device has it: what the server said, then what it has yet to be told. */
export const keptOverrides = ({ snapshot, sending, pending }: DeviceDocument): JsonObject =>
  [sending, pending].reduce<JsonObject>(
    (overrides, slot) => (slot ? mergeObject(overrides, slot.patch) : overrides),
    snapshot?.overrides ?? {},
  );

/** Refused for good: repeating the request would not help. Everything else may pass, so the edit stays. */
const isFinal = (code: FailureCode) => code === "invalid" || code === "forbidden";

type Answered = Extract<OutboxEvent, { kind: "answered" }>;

function afterAnswer(
  section: Section,
  document: DeviceDocument,
  { opId, answer, at }: Answered,
): DeviceDocument {
  const { sending } = document;
  if (sending?.opId !== opId) return document;
  if (answer.ok) return afterSave(section, { ...document, sending: null, trouble: null }, answer.value, at);
  const { code, path } = answer.error;
  if (!isFinal(code)) return { ...document, trouble: code };
  return afterRefusal(section, { ...document, sending: null, trouble: null }, sending, { code, path, at });
}

function afterSave(section: Section, document: DeviceDocument, saved: Saved, at: number): DeviceDocument {
  const edited = document.pending ? patchedPaths(section, document.pending.patch) : [];
  const superseded = saved.conflicts.filter(({ path }) => edited.includes(path));
  const open = saved.conflicts.filter(({ path }) => !edited.includes(path));
  // A later edit of the path carries the conflict on, against the value that this person saw at first.
  const pending = superseded.reduce(
    (slot, { path, base }) => slot && rebase(slot, path, base),
    document.pending,
  );
  const snapshot = newerSnapshot(document.snapshot, { ...saved, at });
  const cleared = withoutNotices(
    { ...document, snapshot, pending },
    open.map(({ path }) => path),
  );
  return { ...cleared, conflicts: [...cleared.conflicts, ...open.map((conflict) => ({ ...conflict, at }))] };
}

type Refusal = { code: FailureCode; path: string | undefined; at: number };

function afterRefusal(
  section: Section,
  document: DeviceDocument,
  refused: Slot,
  { code, path, at }: Refusal,
) {
  const paths = patchedPaths(section, refused.patch);
  const blamed = paths.filter((leaf) => path !== undefined && isBlamed(leaf, path));
  const isGuilty = (leaf: string) => blamed.length === 0 || blamed.includes(leaf);
  // The server takes a patch whole or not at all: what travelled with the culprit goes again, without it.
  const innocent = partOf(section, refused, (leaf) => !isGuilty(leaf));
  const waiting = document.pending ? rebaseAll(section, document.pending, refused, isGuilty) : null;
  const pending = innocent && waiting ? composeSlots(section, innocent, waiting) : (innocent ?? waiting);
  const edited = waiting ? patchedPaths(section, waiting.patch) : [];
  const notices = paths
    .filter((leaf) => isGuilty(leaf) && !edited.includes(leaf))
    .map((leaf) => ({ path: leaf, base: baseAt(refused, leaf), mine: changeAt(refused, leaf), code, at }));
  return { ...document, pending, notSaved: [...document.notSaved, ...notices] };
}

/**
 * The database names a setting, or a part of one; the action names its place in the request, and of what it does not
 * know (this page may be of a later build) only the outermost key.
 */
function isBlamed(leaf: string, path: string): boolean {
  const named = path.replace(/^(patch|base)\./, "");
  return `${named}.`.startsWith(`${leaf}.`) || leaf.startsWith(`${named}.`);
}

/** Edits made upon a value that was then refused were in truth made upon what stood before it. */
function rebaseAll(section: Section, slot: Slot, refused: Slot, isGuilty: (path: string) => boolean): Slot {
  const refusedPaths = patchedPaths(section, refused.patch);
  return patchedPaths(section, slot.patch)
    .filter((path) => isGuilty(path) && refusedPaths.includes(path))
    .reduce((rebased, path) => rebase(rebased, path, baseAt(refused, path)), slot);
}

/** A notice about a path ends when the person edits the path again, or dismisses it. */
function withoutNotices(document: DeviceDocument, paths: readonly string[]): DeviceDocument {
  return {
    ...document,
    notSaved: document.notSaved.filter(({ path }) => !paths.includes(path)),
    conflicts: document.conflicts.filter(({ path }) => !paths.includes(path)),
  };
}
