import type { Tabs } from "@/lib/live/browser-tabs";
import type { EditSource } from "@/lib/settings/change-source";
import type { DeviceDocument, DocumentRef } from "@/lib/settings/device-document";
import { sectionOf, waitingIn } from "@/lib/settings/document-section";
import type { JsonObject } from "@/lib/settings/json";
import { afterEvent, type OutboxEvent } from "./outbox";
import { createSender, type SenderDeps } from "./sender";
import type { OutboxStorage } from "./storage";
import type { Reading } from "@/lib/settings/client/snapshot";

export type OutboxDeps = Omit<SenderDeps, "list" | "record"> & {
  storage: OutboxStorage;
  /** Null where the browser cannot elect one: then each tab sends, and op_id keeps that harmless. */
  tabs: Tabs | null;
  /** Called with each document as this device now keeps it, whichever tab changed it. */
  onDocument(document: DeviceDocument): void;
};

/** `seen`: the person's own values of the document when they made the edit; null where the page did not know them. */
export type Edit = DocumentRef & { patch: JsonObject; seen: JsonObject | null; source: EditSource };

export type Outbox = {
  /** Resolves once the edit is kept on this device. */
  edit(edit: Edit): Promise<void>;
  learn(ref: DocumentRef, reading: Reading): Promise<unknown>;
  dismiss(ref: DocumentRef, path: string): Promise<unknown>;
  /** The network or the person came back: what waits is tried now. */
  nudge(): void;
  /** Tries now and answers, after the attempt, how many edited settings still wait. */
  flush(): Promise<{ waiting: number }>;
  stop(): void;
};

/** The outbox of one person in this tab: one tab of the browser sends, all keep and show. */
export function startOutbox(deps: OutboxDeps): Outbox {
  const { user, storage, onDocument } = deps;
  const list = () => storage.list(user);
  const sender = createSender({ ...deps, list, record, onOutdated });
  let stopped = false;
  const drain = () => void (stopped || sender.drain());
  const nudge = () => void (stopped || sender.nudge());
  const tabs = amongTabs(deps.tabs, lockName(user), {
    onOwned: drain,
    onMessage: (message) => void followOtherTab(message === "nudge"),
  });

  if (tabs.isOwner()) drain();

  /** The message says only that something changed: read in order from one database, records cannot go backwards. */
  async function followOtherTab(nudged: boolean) {
    for (const document of await list()) if (!stopped) onDocument(document);
    if (tabs.isOwner()) (nudged ? nudge : drain)();
  }
  function onOutdated() {
    tabs.stepAside();
    deps.onOutdated();
  }
  /** Every change of a record goes through here, and every tab hears of it. */
  async function record({ section, scope }: DocumentRef, event: OutboxEvent): Promise<DeviceDocument> {
    const change = (before: DeviceDocument) => afterEvent(sectionOf({ section, scope }), before, event);
    const document = await storage.update({ user, section, scope }, change);
    if (!stopped) {
      onDocument(document);
      tabs.post("changed");
    }
    return document;
  }

  return {
    async edit({ section, scope, ...edit }) {
      await record({ section, scope }, { kind: "edited", ...edit });
      if (tabs.maySend()) drain();
    },
    learn: (ref, reading) => record(ref, { kind: "read", reading }),
    dismiss: (ref, path) => record(ref, { kind: "dismissed", path }),
    nudge() {
      if (tabs.maySend()) nudge();
      if (!stopped && !tabs.isOwner()) tabs.post("nudge");
    },
    // From this tab, owner or not: if the owner sends the same at the same time, op_id makes them one.
    flush: () => sender.drain().then(async () => ({ waiting: waitingIn(await list()) })),
    stop() {
      stopped = true;
      sender.stop();
      tabs.leave();
    },
  };
}

/**
 * Held by the tab that sends for this person; also the name of the channel between the tabs. A tab of the first build
 * sends nothing but the dashboard: it must not keep this one from sending, hence the number.
 */
const lockName = (user: string) => `ovenai-outbox-2:${user}`;

type TabEvents = { onOwned(): void; onMessage(message: unknown): void };

/** This tab among those of the browser: which of them sends, and how they hear of each other. */
function amongTabs(tabs: Tabs | null, name: string, { onOwned, onMessage }: TabEvents) {
  let isOwner = tabs === null;
  let isAside = false;
  const channel = tabs?.open(name, onMessage);
  const leaveQueue = tabs?.queue(name, own, { steal: false });

  function own() {
    isOwner = true;
    onOwned();
    return () => void (isOwner = false);
  }
  return {
    isOwner: () => isOwner,
    maySend: () => isOwner || isAside,
    post: (message: "changed" | "nudge") => channel?.post(message),
    /**
     * A tab of the newer build must be able to send. This one goes on trying what is edited in it, in case it met one
     * server of many; but it follows no longer, or the two would wake each other for ever.
     */
    stepAside() {
      isAside = true;
      leaveQueue?.();
    },
    leave() {
      leaveQueue?.();
      channel?.close();
    },
  };
}
