import { IDBFactory } from "fake-indexeddb";
import { fail } from "@/lib/result";
import type { DeviceDocument } from "@/lib/settings/outbox/device-document";
import type { JsonObject } from "@/lib/settings/json";
import { openStore } from "@/lib/device/indexed-db";
import { durableOrMemory, memoryKeyValue, type KeyValue } from "@/lib/device/key-value";
import { fakeSettingsServer, networkIsGone } from "./fake-settings-server";
import { fakeTabs } from "./fake-tabs";
import { fakeClock } from "./fake-clock";
import { startOutbox, type Outbox, type OutboxDeps } from "@/lib/settings/outbox/runner";
import type { PatchRequest } from "@/lib/settings/wire";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import { createSecondCopy } from "@/lib/device/second-copy";
import { createSettingsClient } from "@/lib/settings/client/settings-client";
import type { SnapshotRead } from "@/lib/settings/outbox/snapshot";
import { twiceKept } from "@/lib/device/twice-kept";

const unreadable = async () => fail("unavailable");

/** Counts the work under way, so that a test can wait until nothing moves instead of waiting for a time. */
export function workCounter() {
  let busy = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    return work.finally(() => (busy -= 1));
  };
  async function idle() {
    for (let quiet = 0; quiet < 5; quiet = busy === 0 ? quiet + 1 : 0)
      await new Promise<void>((next) => setImmediate(next));
  }
  const countedDisk = (disk: KeyValue): KeyValue => ({
    update: (key, change) => counted(disk.update(key, change)),
    entries: () => counted(disk.entries()),
    remove: (keys) => counted(disk.remove(keys)),
    isDurable: disk.isDurable,
    dropStale: (key) => counted(disk.dropStale(key)),
  });
  return { idle, counted, countedDisk };
}

/** An outbox with methods for the dashboard, which most tests use. */
const ofDashboard = (outbox: Outbox) => ({
  ...outbox,
  /** For any section. */
  recordIn: outbox.record,
  record: (projectId: string | null, patch: JsonObject, seen: JsonObject) =>
    outbox.record({ section: "dashboard", projectId, patch, seen, source: "ui" }),
  learn: (projectId: string | null, snapshot: SnapshotRead) =>
    outbox.learn({ section: "dashboard", projectId }, snapshot),
});

/** The disk of a browser as the product has it: IndexedDB, and a second one of its own. */
export function indexedDisk(): KeyValue {
  const bucket = new IDBFactory();
  const second = createSecondCopy(async () => openStore(() => bucket, "test"));
  return durableOrMemory(twiceKept(() => indexedDB, "test", second));
}

/** How a browser reaches the server. */
export type Link = "well" | "offline" | "answers get lost" | "silent" | "signed out";

type BrowserOptions = {
  disk?: KeyValue;
  /** Shared where a person has several browsers. */
  server?: ReturnType<typeof fakeSettingsServer>;
  clock?: ReturnType<typeof fakeClock>;
  work?: ReturnType<typeof workCounter>;
  name?: string;
  link?: () => Link;
};

/** An outbox alone, and the dashboard's documents as it shows them. */
function openOutbox(deps: Omit<OutboxDeps, "onDocument">) {
  const shown = new Map<string | null, DeviceDocument>();
  const show = (document: DeviceDocument) =>
    void (document.section === "dashboard" && shown.set(document.projectId, document));
  return { outbox: ofDashboard(startOutbox({ ...deps, onDocument: show })), shown };
}

/** One browser with a server: tabs are opened and closed, the disk stays. `idle` resolves when nothing moves. */
export function fakeBrowser(options: BrowserOptions = {}) {
  const { disk = memoryKeyValue(), server = fakeSettingsServer(), clock = fakeClock(null) } = options;
  const { work = workCounter(), name = "", link = () => "well" } = options;
  const { timers, leap } = clock;
  const shared = fakeTabs();
  const { idle, counted, countedDisk } = work;
  const storage = createOutboxStorage(countedDisk(disk));
  let opIds = 0;
  const settled = {
    send,
    tabs: shared,
    timers,
    storage,
    now: () => timers.now(),
    newOpId: () => `${name}op-${++opIds}`,
  };

  async function send(requests: readonly PatchRequest[]) {
    const how = link();
    if (how === "offline") throw networkIsGone();
    server.requests.push(...structuredClone(requests));
    server.roundTrips += 1;
    if (how === "silent") return new Promise<never>(() => {});
    if (how === "signed out") return requests.map(() => fail("unauthenticated"));
    const answers = await Promise.all(requests.map((request) => server.answer(request)));
    if (how === "answers get lost") throw networkIsGone();
    const known = answers.flatMap((answer) => (answer === "outdated" ? [] : answer));
    return known.length < answers.length ? "outdated" : known.slice(0, known.length - server.keepsBack);
  }

  /** A page of the app in a tab, requested now, with the rows that the server could read for it. */
  function openPage(userId: string, projectId: string | null, { serverReads = true } = {}) {
    const rows = server.rowsFor(userId, projectId);
    const client = createSettingsClient(userId, serverReads ? { projectId, rows, at: timers.now() } : null);
    const stopWatching = client.watch(projectId);
    const stop = client.start({
      ...settled,
      pageStartedAt: timers.now(),
      fetchRows: (asked) => counted(link() === "well" ? server.read(userId, asked) : unreadable()),
    });
    return {
      client,
      close() {
        stopWatching();
        stop();
      },
    };
  }

  const open = (userId: string) => openOutbox({ ...settled, userId, onOutdated: () => {} });
  return { open, openPage, idle, leap, server, storage };
}
