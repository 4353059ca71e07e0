import type { DeviceDocument } from "./device-document";
import type { JsonObject } from "./json";
import { memoryKeyValue, type KeyValue } from "./key-value";
import { manualServer } from "./manual-server.test-support";
import { manualTabs, manualTimers } from "./manual-tabs.test-support";
import { startOutbox, type Outbox } from "./outbox-runner";
import type { SendRequest } from "./outbox-sender";
import { createOutboxStorage } from "./outbox-storage";
import { createSettingsClient } from "./settings-client";
import type { Reading } from "./snapshot";

/** Counts the work under way, so that a test can wait until nothing moves instead of waiting for a time. */
function workCounter() {
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
    dropStored: (key) => counted(disk.dropStored(key)),
  });
  return { idle, counted, countedDisk };
}

/** An outbox as most tests use it: for one section. */
const ofDashboard = (outbox: Outbox) => ({
  ...outbox,
  edit: (scope: string | null, patch: JsonObject, seen: JsonObject) =>
    outbox.edit({ section: "dashboard", scope, patch, seen, source: "ui" }),
  learn: (scope: string | null, reading: Reading) => outbox.learn({ section: "dashboard", scope }, reading),
});

/** One browser with a server: tabs are opened and closed, the disk stays. `idle` resolves when nothing moves. */
export function manualBrowser({ disk = memoryKeyValue() }: { disk?: KeyValue } = {}) {
  const { timers, advance } = manualTimers();
  const server = manualServer();
  const shared = manualTabs();
  const { idle, counted, countedDisk } = workCounter();
  const storage = createOutboxStorage(countedDisk(disk));
  let opIds = 0;
  const settled = {
    send,
    tabs: shared,
    timers,
    storage,
    now: () => timers.now(),
    newOpId: () => `op-${++opIds}`,
  };

  function send(request: SendRequest) {
    server.requests.push(structuredClone(request));
    return server.answer(request);
  }

  /** A page of the app in a tab: asked for now, with what the server could read for it. */
  function openPage(user: string, scope: string | null, { serverReads = true } = {}) {
    const rows = server.rowsFor(user, scope);
    const client = createSettingsClient(user, serverReads ? { scope, rows, at: timers.now() } : null);
    const stopWatching = client.watch(scope);
    const stop = client.start({
      ...settled,
      pageStartedAt: timers.now(),
      fetchRows: (asked) => counted(server.read(user, asked)),
    });
    return {
      client,
      close() {
        stopWatching();
        stop();
      },
    };
  }

  function open(user: string) {
    const shown = new Map<string | null, DeviceDocument>();
    const outbox = startOutbox({
      ...settled,
      user,
      onDocument: (document) =>
        void (document.section === "dashboard" && shown.set(document.scope, document)),
      onOutdated: () => {},
    });
    return { outbox: ofDashboard(outbox), shown };
  }

  return { open, openPage, idle, advance, server, storage };
}
