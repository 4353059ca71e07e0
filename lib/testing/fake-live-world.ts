import { fail, ok, type Result } from "@/lib/result";
import { hintOf, startMicros } from "./fake-bell-world";
import { fakeClock } from "./fake-clock";
import { fakeLiveTab, type LiveTab, type TabWorld } from "./fake-live-tab";
import { fakeNotificationServer } from "./fake-notification-server";
import { fakeRealtime } from "./fake-realtime";
import { fakeTabs } from "./fake-tabs";
import { sleepyTab } from "./sleepy-tab";

const tokenMs = 120_000;
const lagMs = 10;

/**
 * A person's database, the Realtime service and the tabs of one browser with all real parts of the bell between them, on
 * one clock.
 */
export function fakeLiveWorld(seed: number) {
  const clock = fakeClock(seed);
  const { timers } = clock;
  const server = fakeNotificationServer(() => startMicros + timers.now() * 1_000);
  const realtime = fakeRealtime(timers);
  const browser = fakeTabs((act) => void timers.after(1, act));
  const tabs: LiveTab[] = [];
  let isUp = true;

  /** Both ways take their time; the deed is done in between, also where its answer is lost. */
  async function call<Answer>(deed: () => Answer): Promise<Result<Answer>> {
    await clock.wait(lagMs * (1 + timers.random()));
    if (!isUp) return fail("unavailable");
    const answer = deed();
    await clock.wait(lagMs * (1 + timers.random()));
    return isUp ? ok(answer) : fail("unavailable");
  }
  const tell = (seq: number) => realtime.emit("notification", hintOf(seq).payload);
  const world: TabWorld = {
    calls: callsOf(server, call, tell),
    initial: () => server.read(0),
    token: () => call(() => tokenAt(timers.now())),
    transport: realtime.transport,
  };

  return {
    clock,
    server,
    realtime,
    tabs,
    tell,
    /** A tab whose clock is wrong by `skewMs`. */
    openTab: (skewMs: number) => void tabs.push(fakeLiveTab(world, sleepyTab(timers, browser, skewMs))),
    closeTab(tab: LiveTab) {
      tabs.splice(tabs.indexOf(tab), 1);
      tab.stop();
    },
    /** The browser tells every tab that its network is gone, or back. */
    setNetwork(up: boolean) {
      if (isUp === up) return;
      isUp = up;
      for (const { sleepy, bell, resync } of tabs) sleepy.whenAwake(up ? resync : bell.resync);
    },
  };
}

function callsOf(
  server: ReturnType<typeof fakeNotificationServer>,
  call: <Answer>(deed: () => Answer) => Promise<Result<Answer>>,
  tell: (seq: number) => void,
): TabWorld["calls"] {
  const write = <Answer>(deed: () => { commit(): Answer }) =>
    call(() => {
      const answer = deed().commit();
      tell(1);
      return answer;
    });
  return {
    load: (afterSeq) => call(() => server.read(afterSeq)),
    mark: (mark) => write(() => server.mark(mark)),
    markBatch: (batch) => write(() => server.markBatch(batch)),
    change: (change) => write(() => server.change(change)),
  };
}

/** Another one in each minute. */
const tokenAt = (now: number) => ({
  accessToken: `token of ${Math.floor(now / 60_000)}`,
  expiresInMs: tokenMs,
  url: "",
  publishableKey: "",
});
