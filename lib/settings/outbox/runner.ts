import type { Tabs } from "@/lib/live/browser-tabs";
import { sectionOf, type DocumentRef } from "@/lib/settings/document";
import type { JsonObject } from "@/lib/settings/json";
import type { EditSource } from "@/lib/settings/wire";
import type { DeviceDocument } from "./device-document";
import { recordEvent, type OutboxEvent } from "./outbox";
import { createSender, type SenderDeps } from "./sender";
import type { SnapshotRead } from "./snapshot";
import type { OutboxStorage } from "./storage";
import { takeRole } from "./tab-role";
import { waitingIn } from "./waiting";

export type OutboxDeps = Omit<SenderDeps, "list" | "record"> & {
  storage: OutboxStorage;
  /** Null where the browser cannot elect a sending tab: then each tab sends, and op_id makes repetitions harmless. */
  tabs: Tabs | null;
  /** Called with each document as this device now keeps it, whichever tab changed it. */
  onDocument(document: DeviceDocument): void;
};

/** `seen`: the person's own values of the document when they made the edit; null where the page did not know them. */
export type Edit = DocumentRef & { patch: JsonObject; seen: JsonObject | null; source: EditSource };

export type Outbox = {
  /** Resolves once the edit is kept on this device. */
  record(edit: Edit): Promise<void>;
  learn(ref: DocumentRef, snapshot: SnapshotRead): Promise<unknown>;
  dismiss(ref: DocumentRef, path: string): Promise<unknown>;
  /** The network or the person came back: the edits that wait are sent now. */
  nudge(): void;
  /** Sends now and answers, after the attempt, how many edited settings still wait. */
  flush(): Promise<{ waiting: number }>;
  stop(): void;
};

/** Every change of a record goes through the function returned, and `onChange` hears of it. */
const recorderOf =
  ({ userId, storage }: OutboxDeps, onChange: (document: DeviceDocument) => void) =>
  async ({ section, projectId }: DocumentRef, event: OutboxEvent): Promise<DeviceDocument> => {
    const document = await storage.update({ userId, section, projectId }, (before) =>
      recordEvent(sectionOf({ section, projectId }), before, event),
    );
    onChange(document);
    return document;
  };

/**
 * The outbox of one person in this tab. Every tab records and shows edits; one tab of the browser sends those that the
 * device keeps, and each tab what it alone holds (docs/decisions/055).
 */
export function startOutbox(deps: OutboxDeps): Outbox {
  const { userId, storage, onDocument } = deps;
  const list = () => storage.list(userId);
  let stopped = false;
  const recordIn = recorderOf(deps, (document) => {
    if (stopped) return;
    onDocument(document);
    tabs.post("changed");
  });
  const sender = createSender({ ...deps, list, record: recordIn, onOutdated });
  const send = () => void (stopped || sender.send());
  const sendAgain = () => void (stopped || sender.sendAgain());
  const tabs = takeRole(deps.tabs, userId, {
    onOwned: send,
    onMessage: (message) => void followOtherTab(message === "nudge"),
  });

  // What the device does not keep, no other tab can see: this one sends it.
  const maySend = () => tabs.maySend() || !storage.isDurable();

  if (tabs.isOwner()) send();
  storage.onRegained(() => {
    if (stopped) return;
    tabs.post("changed");
    void followOtherTab(false);
  });

  /** The message carries no record: read in order from one database, records cannot go backwards. */
  async function followOtherTab(nudged: boolean) {
    for (const document of await list()) if (!stopped) onDocument(document);
    if (tabs.isOwner()) (nudged ? sendAgain : send)();
  }
  function onOutdated() {
    tabs.stepAside();
    deps.onOutdated();
  }

  return {
    async record({ section, projectId, ...edit }) {
      await recordIn({ section, projectId }, { kind: "edited", ...edit });
      if (maySend()) send();
    },
    learn: (ref, snapshot) => recordIn(ref, { kind: "read", snapshot }),
    dismiss: (ref, path) => recordIn(ref, { kind: "dismissed", path }),
    nudge() {
      if (maySend()) sendAgain();
      if (!stopped && !tabs.isOwner()) tabs.post("nudge");
    },
    // This tab sends, owner or not: if the owner sends the same request at the same time, op_id makes them one.
    flush: () => sender.send().then(async () => ({ waiting: waitingIn(await list()) })),
    stop() {
      stopped = true;
      sender.stop();
      tabs.leave();
    },
  };
}
