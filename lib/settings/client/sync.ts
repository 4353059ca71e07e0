import type { FailureCode } from "@/lib/result";
import { refOf, type DocumentRef } from "@/lib/settings/document";
import type { Conflict, DeviceDocument, NotSaved } from "@/lib/settings/outbox/device-document";
import { waitingIn } from "@/lib/settings/outbox/waiting";
import type { SettingsState } from "./state";

type Of<Notice> = Notice & DocumentRef;

/**
 * How saving stands, over all documents; the worst state that a person should know of decides. `looking`: the device
 * has not been read yet, so edits may wait there from before and nothing can be said to be saved.
 */
export type SyncStatus = {
  kind: "looking" | "saved" | "saving" | "kept" | "not_saved" | "conflict";
  /** How many settings were edited here and are not answered yet. */
  waiting: number;
  /** The edits that wait survive the closing of this tab. */
  durable: boolean;
  /** Why the last attempt got no answer that settles it. */
  trouble: FailureCode | null;
  /** The server runs a newer build: the edits that wait are sent once the page has been loaded anew. */
  outdated: boolean;
  notSaved: Of<NotSaved>[];
  conflicts: Of<Conflict>[];
};

export function syncOf({ documents, unrecorded, lookedUp, durable, outdated }: SettingsState): SyncStatus {
  const all = [...documents.values()];
  const notSaved = all.flatMap((document) => noticesOf(document, document.notSaved));
  const conflicts = all.flatMap((document) => noticesOf(document, document.conflicts));
  const waiting = waitingIn(all, unrecorded);
  const trouble = all.find((document) => document.trouble)?.trouble ?? null;
  return { kind: syncKind(), waiting, durable, trouble, outdated, notSaved, conflicts };

  function syncKind(): SyncStatus["kind"] {
    if (notSaved.length > 0) return "not_saved";
    if (conflicts.length > 0) return "conflict";
    if (waiting === 0) return lookedUp ? "saved" : "looking";
    // An edit that is not recorded yet is not kept, even where earlier edits are.
    return trouble && unrecorded.length === 0 ? "kept" : "saving";
  }
}

function noticesOf<Notice>(document: DeviceDocument, notices: readonly Notice[]): Of<Notice>[] {
  const ref = refOf(document);
  return ref ? notices.map((notice) => ({ ...notice, ...ref })) : [];
}

/** What this tab has learned so far, for code that acts on its own and for the debug panel. */
export type SettingsFacts = {
  /** The device has been read: edits that wait there are shown. Code that acts on its own must not act before. */
  lookedUp: boolean;
  /** By `documentId`, the version of the row that the server told of last; 0: no row. */
  versions: { [document: string]: number };
};

export const factsOf = ({ documents, lookedUp }: SettingsState): SettingsFacts => ({
  lookedUp,
  versions: Object.fromEntries(
    [...documents].flatMap(([id, { snapshot }]) => (snapshot ? [[id, snapshot.version]] : [])),
  ),
});
