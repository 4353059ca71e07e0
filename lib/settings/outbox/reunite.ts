import { sameJson } from "@/lib/settings/json";
import { settingsSection } from "@/lib/settings/registry";
import type { DeviceDocument, Slot } from "./device-document";
import { composeSlots } from "./slot";
import { newerSnapshot } from "./snapshot";

/**
 * One record of two: that of the device, which another tab has changed, and that which a tab went on with in its memory
 * from `since` while the device did not answer. No edit of either is lost. What the tab had sent without an answer is
 * sent again as a new request: the server then holds the very value already, or somebody's later one, which is a
 * conflict to show.
 */
export function reunite(
  stored: DeviceDocument,
  inMemory: DeviceDocument,
  since: DeviceDocument,
): DeviceDocument {
  const section = settingsSection(stored.section);
  if (!section) return stored;
  /** A request that the tab had from the device: still the same on both sides, or answered on one of them. */
  const isShared = (request: DeviceDocument["sending"]) => request?.opId === since.sending?.opId;
  const isAnsweredHere = since.sending !== null && !isShared(inMemory.sending);
  const sending = isAnsweredHere && isShared(stored.sending) ? null : stored.sending;
  const own = [
    isShared(inMemory.sending) ? null : inMemory.sending,
    sameJson(inMemory.pending, since.pending) ? null : inMemory.pending,
  ];
  const pending = own.reduce<Slot | null>(
    (slot, added) => (added ? composeSlots(section, slot, editOf(added)) : slot),
    stored.pending,
  );
  return {
    ...stored,
    snapshot: inMemory.snapshot ? newerSnapshot(stored.snapshot, inMemory.snapshot) : stored.snapshot,
    sending,
    pending,
    trouble: sending ? stored.trouble : null,
    notSaved: added(stored.notSaved, inMemory.notSaved),
    conflicts: added(stored.conflicts, inMemory.conflicts),
  };
}

const editOf = ({ patch, base, source }: Slot): Slot => ({ patch, base, source });

/** The notices of both; of two about one path, the device's. */
const added = <Notice extends { path: string }>(stored: readonly Notice[], others: readonly Notice[]) => [
  ...stored,
  ...others.filter(({ path }) => !stored.some((notice) => notice.path === path)),
];
