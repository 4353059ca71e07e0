import type { Tabs } from "@/lib/live/browser-tabs";
import type { DeviceDocument } from "./device-document";
import type { JsonObject } from "./json";
import { afterEvent, type OutboxEvent } from "./outbox";
import { createSender, type SenderDeps } from "./outbox-sender";
import type { OutboxStorage } from "./outbox-storage";
import { patchedPaths, type Section } from "./sections";
import type { Reading } from "./snapshot";

export type OutboxDeps = Omit<SenderDeps, "list" | "record"> & {
  section: Section;
  storage: OutboxStorage;
  /** Null where the browser cannot elect one: then each tab sends, and op_id keeps that harmless. */
  tabs: Tabs | null;
  /** Called with each document as this device now keeps it, whichever tab changed it. */
  onDocument(document: DeviceDocument): void;
};

export type Outbox = {
  /** Resolves once the edit is kept on this device. */
  edit(scope: string | null, patch: JsonObject, seen: JsonObject): Promise<void>;
  learn(scope: string | null, reading: Reading): Promise<unknown>;
  dismiss(scope: string | null, path: string): Promise<unknown>;
  /** The network or the person came back: what waits is tried now. */
  nudge(): void;
  /** Tries now and answers, after the attempt, how many edited settings still wait. */
  flush(): Promise<{ waiting: number }>;
  stop(): void;
};

/** The outbox of one person in this tab: one tab of the browser sends, all keep and show. */
export function startOutbox(deps: OutboxDeps): Outbox {
  const { user, section, storage, onDocument } = deps;
  const name = lockName(user);
  const list = () => storage.list(user);
  const sender = createSender({ ...deps, list, record });
  let isOwner = deps.tabs === null;
  let stopped = false;

  const channel = deps.tabs?.open(name, () => void followOtherTab());
  const leaveQueue = deps.tabs?.queue(name, own, { steal: false });
  const sendIfOwner = () => void (isOwner && !stopped && sender.drain());

  sendIfOwner();

  function own() {
    isOwner = true;
    sendIfOwner();
    return () => void (isOwner = false);
  }

  /** The message says only that something changed: read in order from one database, records cannot go backwards. */
  async function followOtherTab() {
    for (const document of await list()) if (!stopped) onDocument(document);
    sendIfOwner();
  }

  /** Every change of a record goes through here, and every tab hears of it. */
  async function record(scope: string | null, event: OutboxEvent): Promise<DeviceDocument> {
    const key = { user, section: section.name, scope };
    const document = await storage.update(key, (before) => afterEvent(section, before, event));
    if (!stopped) {
      onDocument(document);
      channel?.post("changed");
    }
    return document;
  }

  return {
    async edit(scope, patch, seen) {
      await record(scope, { kind: "edited", patch, seen });
      sendIfOwner();
    },
    learn: (scope, reading) => record(scope, { kind: "read", reading }),
    dismiss: (scope, path) => record(scope, { kind: "dismissed", path }),
    nudge() {
      sendIfOwner();
      if (!stopped && !isOwner) channel?.post("nudge");
    },
    // From this tab, owner or not: if the owner sends the same at the same time, op_id makes them one.
    flush: () => sender.drain().then(async () => ({ waiting: waitingIn(section, await list()) })),
    stop() {
      stopped = true;
      sender.stop();
      leaveQueue?.();
      channel?.close();
    },
  };
}

/** Held by the tab that sends for this person; also the name of the channel between the tabs. */
const lockName = (user: string) => `ovenai-outbox:${user}`;

/** How many settings wait for an answer. */
export const waitingIn = (section: Section, documents: readonly DeviceDocument[]): number =>
  documents.reduce((count, { sending, pending }) => {
    const paths = [sending, pending].flatMap((slot) => (slot ? patchedPaths(section, slot.patch) : []));
    return count + new Set(paths).size;
  }, 0);
