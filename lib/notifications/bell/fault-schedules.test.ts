import fc from "fast-check";
import { expect, it } from "vitest";
import { shownBy, truthOf } from "@/lib/testing/fake-bell-world";
import type { LiveTab } from "@/lib/testing/fake-live-tab";
import { fakeLiveWorld } from "@/lib/testing/fake-live-world";

/** `FAULT_RUNS=1000` is the whole campaign. */
const runs = Number(process.env.FAULT_RUNS ?? "40");
/** After the last fault every tab shows what the database holds within so many milliseconds. */
const healedMs = 10_000;

const deeds = [
  "insert",
  "insert",
  "insert",
  "hide",
  "read elsewhere",
  "read here",
  "all here",
  "cut a socket",
  "a socket goes deaf",
  "restart",
  "realtime is back",
  "network down",
  "network up",
  "sleep",
  "wake",
  "hide a tab",
  "show a tab",
  "close a tab",
  "open a tab",
] as const;
const schedule = fc.record({
  seed: fc.nat(),
  tabs: fc.array(fc.integer({ min: -86_400_000, max: 86_400_000 }), { minLength: 2, maxLength: 4 }),
  /** For each frame in turn, the delays in ms after which it arrives: lost, once, or twice and out of order. */
  frames: fc.array(fc.array(fc.nat(6_000), { maxLength: 2 }), { minLength: 1, maxLength: 9 }),
  steps: fc.array(fc.record({ gap: fc.nat(9_000), what: fc.constantFrom(...deeds), which: fc.nat(30) }), {
    minLength: 3,
    maxLength: 40,
  }),
  /** Whether everything heals but Realtime, which returns when the ten seconds are over. */
  withoutRealtime: fc.boolean(),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;
type World = ReturnType<typeof fakeLiveWorld>;

/** Row level security hides a row from `postgres_changes`, too; the hint of ours names no row. */
function insert({ server, realtime, tell }: World, hidden = false) {
  tell(server.insert(hidden));
  if (!hidden) realtime.emit("postgres_changes", { id: server.ids()[0] });
}

function deedsOf(world: World, skews: readonly number[]) {
  const { server, realtime, tabs, openTab, closeTab, tell, setNetwork } = world;
  const read = (id: string | undefined, which: number, tab: LiveTab | undefined) => {
    if (!id || !tab) return;
    void tab.bell.mark({ ids: [id], read: which % 4 > 0 });
    tab.stock.read();
  };
  return (what: (typeof deeds)[number], which: number) => {
    const tab = tabs[which % tabs.length];
    const socket = realtime.sockets()[which % Math.max(realtime.sockets().length, 1)];
    const id = server.ids()[which];
    const status = which % 2 ? "CLOSED" : "CHANNEL_ERROR";
    const act: Record<typeof what, () => unknown> = {
      insert: () => insert(world, which % 7 === 0),
      hide: () => server.hide(which),
      "read elsewhere": () => id && (server.mark({ ids: [id], read: which % 4 > 0 }).commit(), tell(1)),
      "read here": () => tab?.sleepy.state.asleep || read(id, which, tab),
      "all here": () => tab?.sleepy.state.asleep || tab?.bell.markAllRead(() => undefined),
      "cut a socket": () => socket && realtime.cut(socket, status),
      "a socket goes deaf": () => socket && (socket.deaf = true),
      restart: () => realtime.goDown(status),
      "realtime is back": () => (realtime.service.up = true),
      "network down": () => (setNetwork(false), realtime.goDown("CHANNEL_ERROR")),
      "network up": () => (setNetwork(true), (realtime.service.up = true)),
      sleep: () => tab?.sleepy.sleep(),
      wake: () => tab?.sleepy.wake(),
      "hide a tab": () => tab?.show(false),
      "show a tab": () => tab?.sleepy.whenAwake(() => tab.show(true)),
      "close a tab": () => tabs.length > 1 && tab && closeTab(tab),
      "open a tab": () => tabs.length < 4 && openTab(skews[which % skews.length] ?? 0),
    };
    act[what]();
  };
}

/**
 * All is well again: dead sockets are noticed, tabs wake and are looked at. The next notification arrives, after a while
 * where Realtime is away: what tabs read as they heal does not hold it.
 */
async function heal(world: World, withoutRealtime: boolean) {
  const { clock, realtime, tabs, setNetwork } = world;
  realtime.service.fate = () => [20];
  realtime.service.up = true;
  if (withoutRealtime) realtime.goDown("CHANNEL_ERROR");
  for (const socket of realtime.sockets()) if (socket.deaf) realtime.cut(socket, "CHANNEL_ERROR");
  setNetwork(true);
  for (const tab of tabs) {
    tab.sleepy.wake();
    if (!tab.sleepy.state.visible) tab.show(true);
  }
  if (withoutRealtime) await clock.advance(2_000);
  insert(world);
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Plays a schedule; answers after how many ms all tabs were right, and whether the stock hook ended right in all. */
async function play({ seed, tabs: skews, frames, steps, withoutRealtime }: Schedule) {
  const world = fakeLiveWorld(seed);
  const { clock, server, realtime, tabs } = world;
  let frame = 0;
  realtime.service.fate = () => frames[frame++ % frames.length] ?? [];
  for (let row = 0; row < 3; row += 1) server.insert();
  for (const skew of skews) world.openTab(skew);
  await clock.advance(3_000);
  const perform = deedsOf(world, skews);
  for (const { gap, what, which } of steps) {
    await clock.advance(gap);
    perform(what, which);
    for (const { bell } of tabs) expect(bell.view().unread).toBeGreaterThanOrEqual(0);
  }
  await heal(world, withoutRealtime);
  const isRight = ({ bell }: LiveTab) => equal(shownBy(bell), truthOf(server));
  let tookMs = 0;
  while (tookMs < healedMs && !tabs.every(isRight)) {
    await clock.advance(100);
    tookMs += 100;
  }
  for (const { bell } of tabs) expect(shownBy(bell)).toEqual(truthOf(server));
  const truth = truthOf(server);
  const ids = truth.rows.map(({ id }) => id);
  realtime.service.up = true;
  await clock.advance(120_000);
  for (const { bell } of tabs) expect([shownBy(bell), bell.view().status]).toEqual([truthOf(server), "live"]);
  const stockIsRight = tabs.every(({ stock }) => equal(stock.shown(), { rows: ids, unread: truth.unread }));
  return { tookMs, stockIsRight };
}

it(
  `after any of ${runs} schedules of faults, every tab equals the database within ${healedMs / 1_000} s of the last`,
  { timeout: 1_800_000 },
  async () => {
    let [longest, diverged] = [0, 0];
    await fc.assert(
      fc.asyncProperty(schedule, async (given) => {
        const { tookMs, stockIsRight } = await play(given);
        longest = Math.max(longest, tookMs);
        diverged += stockIsRight ? 0 : 1;
      }),
      { numRuns: runs, endOnFailure: true },
    );
    console.log(
      `${runs} schedules: 0 diverged, ${longest} ms at the longest; of the stock hook ${diverged} diverged`,
    );
    // Where the schedules did no harm to anybody, they would prove nothing.
    expect(diverged).toBeGreaterThan(runs / 2);
  },
);
