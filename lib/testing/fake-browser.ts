import { memoryKeyValue, type KeyValue } from "@/lib/device/key-value";
import { fail } from "@/lib/result";
import { connectTo } from "@/lib/settings/client/connection";
import { createSettingsClient } from "@/lib/settings/client/settings-client";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import type { PatchRequest } from "@/lib/settings/wire";
import type { Tabs } from "@/lib/live/browser-tabs";
import { openOutbox } from "./dashboard-outbox";
import { fakeClock } from "./fake-clock";
import { fakeSettingsServer, networkIsGone } from "./fake-settings-server";
import { fakeLeftEdits } from "./fake-left-edits";
import { fakeTabs } from "./fake-tabs";
import { workCounter } from "./work-counter";

const unreadable = async () => fail("unavailable");

/** How a browser reaches the server. */
export type Link = "well" | "offline" | "answers get lost" | "silent" | "signed out";

type BrowserOptions = {
  disk?: KeyValue;
  /** Shared where a person has several browsers. */
  server?: ReturnType<typeof fakeSettingsServer>;
  clock?: ReturnType<typeof fakeClock>;
  work?: ReturnType<typeof workCounter>;
  /** Shared where tabs of one browser have each their own way to the disk. */
  tabs?: Tabs;
  name?: string;
  link?: () => Link;
};

/** One browser with a server: tabs are opened and closed, the disk stays. `idle` resolves when nothing moves. */
export function fakeBrowser(options: BrowserOptions = {}) {
  const { disk = memoryKeyValue(), server = fakeSettingsServer(), clock = fakeClock(null) } = options;
  const { work = workCounter(), name = "", link = () => "well" } = options;
  const { timers, leap } = clock;
  const { tabs: shared = fakeTabs() } = options;
  const { idle, counted, countedDisk } = work;
  const storage = createOutboxStorage(countedDisk(disk));
  const left = fakeLeftEdits();
  let opIds = 0;
  const settled = {
    send,
    tabs: shared,
    timers,
    storage,
    left,
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

  /**
   * A page of the app in a tab, requested now, with the rows that the server could read for it. Without `connects` it has
   * no connection until `connect` is called.
   */
  function openPage(userId: string, projectId: string | null, { serverReads = true, connects = true } = {}) {
    const rows = server.rowsFor(userId, projectId);
    const client = createSettingsClient(userId, serverReads ? { projectId, rows, at: timers.now() } : null);
    const stopWatching = client.watch(projectId);
    const connected = connectTo({
      ...settled,
      pageStartedAt: timers.now(),
      fetchRows: (asked) => counted(link() === "well" ? server.read(userId, asked) : unreadable()),
    });
    let stop = () => {};
    const connect = () => void (stop = client.start(connected));
    if (connects) connect();
    const close = () => [stopWatching, () => stop()].forEach((end) => end());
    /** A full load ends the page: what its disk has not taken by then it never takes. */
    const leave = () => [() => left.leave(userId, client.unrecorded()), close].forEach((end) => end());
    return { client, connect, close, leave };
  }

  const open = (userId: string) => openOutbox({ ...settled, userId, onOutdated: () => {} });
  return { open, openPage, idle, leap, server, storage, left };
}
