import type { FailureCode, Result } from "@/lib/result";
import { patchedPaths, type Section } from "@/lib/settings/sections";
import type { PatchAnswer } from "@/lib/settings/wire";
import { withoutNotices, type DeviceDocument, type Slot } from "./device-document";
import { baseAt, changeAt, composeSlots, partOf, rebase } from "./slot";
import { newerSnapshot } from "./snapshot";

/** A final failure refuses the same request every time. Any other failure may pass, so the edit stays. */
const isFinal = (code: FailureCode) => code === "invalid" || code === "forbidden";

type Answered = { opId: string; answer: Result<PatchAnswer>; at: number };

/** The document after the server answered the request `opId`; an answer to any other request changes nothing. */
export function recordAnswer(
  section: Section,
  document: DeviceDocument,
  { opId, answer, at }: Answered,
): DeviceDocument {
  const { sending } = document;
  if (sending?.opId !== opId) return document;
  if (answer.ok)
    return recordStored(section, { ...document, sending: null, trouble: null }, answer.value, at);
  const { code, path } = answer.error;
  if (!isFinal(code)) return { ...document, trouble: code };
  return recordRefusal(section, { ...document, sending: null, trouble: null }, sending, { code, path, at });
}

function recordStored(
  section: Section,
  document: DeviceDocument,
  stored: PatchAnswer,
  at: number,
): DeviceDocument {
  const edited = document.pending ? patchedPaths(section, document.pending.patch) : [];
  const superseded = stored.conflicts.filter(({ path }) => edited.includes(path));
  const open = stored.conflicts.filter(({ path }) => !edited.includes(path));
  // A later edit of the path keeps the conflict: its base becomes the value that the person saw at first.
  const pending = superseded.reduce(
    (slot, { path, base }) => slot && rebase(slot, path, base),
    document.pending,
  );
  const snapshot = newerSnapshot(document.snapshot, { ...stored, at });
  const cleared = withoutNotices(
    { ...document, snapshot, pending },
    open.map(({ path }) => path),
  );
  return { ...cleared, conflicts: [...cleared.conflicts, ...open.map((conflict) => ({ ...conflict, at }))] };
}

type Refusal = { code: FailureCode; path: string | undefined; at: number };

function recordRefusal(
  section: Section,
  document: DeviceDocument,
  refused: Slot,
  { code, path, at }: Refusal,
) {
  const paths = patchedPaths(section, refused.patch);
  const blamed = paths.filter((leaf) => path !== undefined && isBlamed(leaf, path));
  const isGuilty = (leaf: string) => blamed.length === 0 || blamed.includes(leaf);
  // The server stores a patch whole or not at all: the innocent paths are sent again without the guilty one.
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
 * The database names a setting, or a part of one. The action names the place in the request; of a setting that the
 * server does not know (this page may be of a later build) it names only the outermost key.
 */
function isBlamed(leaf: string, path: string): boolean {
  const named = path.replace(/^(patch|base)\./, "");
  return `${named}.`.startsWith(`${leaf}.`) || leaf.startsWith(`${named}.`);
}

/** Edits based on a refused value get the base of the refused edit: the value that was stored before both. */
function rebaseAll(section: Section, slot: Slot, refused: Slot, isGuilty: (path: string) => boolean): Slot {
  const refusedPaths = patchedPaths(section, refused.patch);
  return patchedPaths(section, slot.patch)
    .filter((path) => isGuilty(path) && refusedPaths.includes(path))
    .reduce((rebased, path) => rebase(rebased, path, baseAt(refused, path)), slot);
}
