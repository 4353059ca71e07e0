import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConnectionEvent } from "@/lib/live/connection";
import { createSimulatedClock } from "@/lib/live/simulated-clock";
import { fail, ok } from "@/lib/result";
import { createBell, type Bell } from "./bell";
import { shownRows, applyAnswer, emptyFeed } from "./feed";
import type { SharedAnswer } from "./hint";
import { createSimulatedServer } from "./simulated-server";

const startMicros = 1_800_000_000_000_000;

/** One person's server, and the tabs of one browser before it. Delays and losses are the test's. */
function createWorld(seed = 1) {
  const clock = createSimulatedClock(seed);
  const server = createSimulatedServer(() => startMicros + clock.timers.now() * 1000);
  const network = { delays: [10], fails: false };
  let turn = 0;
  let loads = 0;
  const lag = () => network.delays[turn++ % network.delays.length] ?? 0;
  const bells: Bell[] = [];

  function openTab({ leader = true, initial = true } = {}) {
    const place = bells.length;
    const share = (answer: SharedAnswer) => {
      const others = bells.filter((_, other) => other !== place);
      clock.timers.after(1, () => others.forEach((bell) => bell.onShared(answer, leader)));
    };
    const bell = createBell({
      initial: initial ? server.read(0) : null,
      async load(afterSeq) {
        loads += 1;
        await clock.wait(lag());
        const answer = server.read(afterSeq);
        await clock.wait(lag());
        return network.fails ? fail("unavailable") : ok(answer);
      },
      async mark({ ids, read }) {
        await clock.wait(lag());
        if (network.fails) return fail("unavailable");
        const deed = server.mark(ids, read);
        // Stamped when it began, seen by others when it ends: as in a real transaction.
        await clock.wait(lag());
        const answer = deed.commit();
        emit({ kind: "message", event: "notification", payload: { id: "", seq: 1 } });
        await clock.wait(lag());
        return ok(answer);
      },
      timers: clock.timers,
      isVisible: () => true,
      tabs: { isLeader: () => leader, share },
    });
    bells.push(bell);
    return bell;
  }

  /** What the leading tab hears, the others hear after it, in order. */
  function emit(event: ConnectionEvent) {
    bells[0]?.onEvent(event);
    const followers = bells.slice(1);
    clock.timers.after(1, () => followers.forEach((bell) => bell.onEvent(event)));
  }

  const hint = (seq: number) => emit({ kind: "message", event: "notification", payload: { id: "", seq } });
  const truth = () => {
    const answer = server.read(0);
    return { rows: shownRows(applyAnswer(emptyFeed, answer)), unread: answer.unread };
  };
  const shown = (bell: Bell) => ({ rows: bell.view().rows, unread: bell.view().unread });
  return { clock, server, network, openTab, emit, hint, truth, shown, bells, loads: () => loads };
}

async function joinedWorld() {
  const world = createWorld();
  const bell = world.openTab();
  world.emit({ kind: "joined" });
  await world.clock.advance(10_000);
  return { ...world, bell, status: () => bell.view().status };
}

describe("after any schedule of losses, the bell equals the server", () => {
  const deed = fc.record({
    gap: fc.nat(4_000),
    what: fc.constantFrom(
      "insert",
      "insert hidden",
      "hide",
      "read elsewhere",
      "read here",
      "all here",
      "lost",
      "joined",
      "network down",
      "network up",
      "focus",
    ),
    target: fc.nat(20),
    /** When the hint arrives, if at all; twice where two are given. */
    hints: fc.array(fc.nat(6_000), { maxLength: 2 }),
  });
  const schedule = fc.record({
    seed: fc.nat(),
    delays: fc.array(fc.nat(3_000), { minLength: 1, maxLength: 7 }),
    deeds: fc.array(deed, { maxLength: 30 }),
  });
  type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
  type World = ReturnType<typeof createWorld>;

  function perform({ server, clock, network, bells, emit, hint }: World, { what, target, hints }: Deed) {
    const id = server.ids()[target];
    const speak = (seq: number) => hints.forEach((ms) => clock.timers.after(ms, () => hint(seq)));
    if (what === "insert" || what === "insert hidden") speak(server.insert(what === "insert hidden"));
    if (what === "hide") server.hide(target);
    if (what === "read elsewhere" && id) {
      server.mark([id], target % 4 > 0).commit();
      speak(1);
    }
    if (what === "read here" && id)
      void bells[target % bells.length]?.mark({ ids: [id], read: target % 4 > 0 });
    if (what === "all here") void bells[target % bells.length]?.mark({ ids: null, read: true });
    if (what === "lost") emit({ kind: "lost", reason: "socket closed" });
    if (what === "joined") emit({ kind: "joined" });
    if (what === "network down") network.fails = true;
    if (what === "network up") network.fails = false;
    if (what === "focus") bells[target % bells.length]?.resync();
  }

  async function run(
    tabs: number,
    { seed, delays, deeds }: typeof schedule extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const world = createWorld(seed);
    world.network.delays = delays;
    for (let tab = 0; tab < tabs; tab += 1) world.openTab({ leader: tab === 0, initial: seed % 2 === 0 });
    for (const step of deeds) {
      await world.clock.advance(step.gap);
      perform(world, step);
      for (const bell of world.bells) expect(bell.view().unread).toBeGreaterThanOrEqual(0);
    }
    world.network.fails = false;
    world.emit({ kind: "joined" });
    await world.clock.advance(60_000);
    for (const bell of world.bells) {
      expect(world.shown(bell)).toEqual(world.truth());
      expect(bell.view().status).toBe("live");
    }
  }

  it("in one tab", () =>
    fc.assert(
      fc.asyncProperty(schedule, (given) => run(1, given)),
      { numRuns: 150 },
    ));

  it("in three tabs on one socket", () =>
    fc.assert(
      fc.asyncProperty(schedule, (given) => run(3, given)),
      { numRuns: 75 },
    ));

  it("without a new join too, as long as the hints arrive at all, late, twice or out of order", () =>
    fc.assert(
      fc.asyncProperty(schedule, async ({ seed, delays, deeds }) => {
        const world = createWorld(seed);
        world.network.delays = delays;
        for (const leader of [true, false]) world.openTab({ leader });
        world.emit({ kind: "joined" });
        await world.clock.advance(30_000);
        for (const { gap, what, target, hints } of deeds) {
          await world.clock.advance(gap);
          const certain = hints.length > 0 ? hints : [0];
          if (what.includes("insert") || what.includes("read") || what === "all here")
            perform(world, { gap, what, target, hints: certain });
        }
        await world.clock.advance(60_000);
        for (const bell of world.bells) expect(world.shown(bell)).toEqual(world.truth());
      }),
      { numRuns: 75 },
    ));
});

describe("the dot", () => {
  it("says live only when what was missed before the join has been read", async () => {
    const { clock, network, openTab, emit } = createWorld();
    const bell = openTab();
    network.delays = [500];
    expect(bell.view().status).toBe("catching_up");
    emit({ kind: "joined" });
    await clock.advance(900);
    expect(bell.view().status).toBe("catching_up");
    await clock.advance(200);
    expect(bell.view().status).toBe("live");
  });

  it("says polling when the channel does not open within 8 s, or is lost", async () => {
    const { clock, openTab, emit } = createWorld();
    const bell = openTab();
    await clock.advance(8_100);
    expect(bell.view().status).toBe("polling");
    emit({ kind: "joined" });
    await clock.advance(100);
    emit({ kind: "lost", reason: "token expired" });
    expect(bell.view().status).toBe("polling");
  });

  it("says offline when reading fails, and recovers by itself", async () => {
    const { clock, network, bell, emit, status } = await joinedWorld();
    network.fails = true;
    emit({ kind: "lost", reason: "socket closed" });
    await clock.advance(1_000);
    expect(status()).toBe("offline");
    network.fails = false;
    await clock.advance(30_000);
    expect(status()).toBe("polling");
    expect(bell.view().knownAt).not.toBeNull();
  });

  it.each(["unauthenticated", "wrong_user"] as const)("says ended on %s and asks no more", async (code) => {
    const clock = createSimulatedClock();
    let loads = 0;
    const bell = createBell({
      initial: null,
      load: async () => {
        loads += 1;
        return fail(code);
      },
      mark: async () => fail(code),
      timers: clock.timers,
      isVisible: () => true,
      tabs: { isLeader: () => true, share: () => undefined },
    });
    await clock.advance(600_000);
    bell.resync();
    expect(bell.view().status).toBe("ended");
    expect(loads).toBe(1);
  });
});

describe("reading again", () => {
  it("polls every ten seconds or so while the channel is lost, and not at all while it is joined", async () => {
    const { clock, emit, loads } = await joinedWorld();
    const atRest = loads();
    await clock.advance(3_600_000);
    expect(loads()).toBe(atRest);
    emit({ kind: "lost", reason: "socket closed" });
    await clock.advance(600_000);
    expect(loads() - atRest).toBeGreaterThanOrEqual(50);
    expect(loads() - atRest).toBeLessThanOrEqual(76);
  });

  it("looks a second time 5 s after a join, for what slipped in before the channel was truly open", async () => {
    const { clock, server, openTab, emit, shown, truth } = createWorld();
    const bell = openTab();
    emit({ kind: "joined" });
    await clock.advance(3_000);
    server.insert();
    expect(bell.view().unread).toBe(0);
    await clock.advance(2_500);
    expect(shown(bell)).toEqual(truth());
  });

  it("costs a burst of a hundred hints only a few reads", async () => {
    const { clock, server, hint, bell, loads } = await joinedWorld();
    const before = loads();
    for (let made = 0; made < 100; made += 1) hint(server.insert());
    await clock.advance(2_000);
    expect(bell.view().unread).toBe(100);
    expect(loads() - before).toBeLessThanOrEqual(3);
  });

  it("is left to the leading tab, whose answer serves the others", async () => {
    const { clock, server, hint, openTab, emit, bells, loads } = createWorld();
    openTab();
    openTab({ leader: false });
    emit({ kind: "joined" });
    await clock.advance(10_000);
    const before = loads();
    hint(server.insert());
    await clock.advance(10_000);
    expect(bells.map((bell) => bell.view().unread)).toEqual([1, 1]);
    expect(loads() - before).toBe(1);
  });

  it("goes on by the second tab alone when the leading one does not share", async () => {
    const { clock, server, openTab } = createWorld();
    const follower = openTab({ leader: false });
    follower.onEvent({ kind: "joined" });
    await clock.advance(10_000);
    const seq = server.insert();
    follower.onEvent({ kind: "message", event: "notification", payload: { id: "", seq } });
    await clock.advance(2_000);
    expect(follower.view().unread).toBe(1);
  });

  it("asks again while the answer is older than the hint (a replica that lags)", async () => {
    const { clock, server, hint, bell } = await joinedWorld();
    hint(1);
    await clock.advance(3_000);
    server.insert();
    await clock.advance(10_000);
    expect(bell.view().unread).toBe(1);
  });
});

describe("what arrived", () => {
  it("is announced once, newest first; what was there at the start is not", async () => {
    const { clock, server, hint, openTab, emit } = createWorld();
    server.insert();
    const bell = openTab({ initial: false });
    emit({ kind: "joined" });
    await clock.advance(10_000);
    expect(bell.view().arrived).toBeNull();
    hint(server.insert());
    hint(server.insert());
    await clock.advance(1_000);
    expect(bell.view().arrived?.rows.map((row) => row.seq)).toEqual([3, 2]);
    const { key } = bell.view().arrived ?? {};
    bell.resync();
    await clock.advance(1_000);
    expect(bell.view().arrived?.key).toBe(key);
  });
});

it("takes a mark back that was refused, and says why", async () => {
  const { clock, server, network, openTab, emit } = createWorld();
  server.insert();
  const bell = openTab();
  emit({ kind: "joined" });
  await clock.advance(10_000);
  network.fails = true;
  void bell.mark({ ids: null, read: true });
  expect(bell.view().unread).toBe(0);
  await clock.advance(100);
  expect(bell.view().unread).toBe(1);
  expect(bell.view().refused?.error.code).toBe("unavailable");
});

it("leaves no timer behind when it is stopped", async () => {
  const { clock, bell, emit } = await joinedWorld();
  emit({ kind: "lost", reason: "socket closed" });
  bell.stop();
  await clock.advance(100);
  expect(clock.pending()).toBe(0);
});
