import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeBellWorld, shownBy, truthOf } from "@/lib/testing/fake-bell-world";

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
    /** Delays in ms after which the hint arrives: none, one or two times. */
    hints: fc.array(fc.nat(6_000), { maxLength: 2 }),
  });
  const schedule = fc.record({
    seed: fc.nat(),
    delays: fc.array(fc.nat(3_000), { minLength: 1, maxLength: 7 }),
    deeds: fc.array(deed, { maxLength: 30 }),
  });
  type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
  type World = ReturnType<typeof fakeBellWorld>;

  function perform({ server, clock, network, bells, emit, hint }: World, { what, target, hints }: Deed) {
    const id = server.ids()[target];
    const speak = (seq: number) => hints.forEach((ms) => clock.timers.after(ms, () => hint(seq)));
    if (what === "insert" || what === "insert hidden") speak(server.insert(what === "insert hidden"));
    if (what === "hide") server.hide(target);
    if (what === "read elsewhere" && id) {
      server.mark({ ids: [id], read: target % 4 > 0 }).commit();
      speak(1);
    }
    if (what === "read here" && id)
      void bells[target % bells.length]?.mark({ ids: [id], read: target % 4 > 0 });
    if (what === "all here")
      void bells[target % bells.length]?.markAllRead((takeBack) => {
        if (target % 3 === 0) clock.timers.after(target * 400, () => void takeBack());
      });
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
    const world = fakeBellWorld(seed);
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
      expect(shownBy(bell)).toEqual(truthOf(world.server));
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

  it("without a new join, as long as every hint arrives, be it late, twice or out of order", () =>
    fc.assert(
      fc.asyncProperty(schedule, async ({ seed, delays, deeds }) => {
        const world = fakeBellWorld(seed);
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
        for (const bell of world.bells) expect(shownBy(bell)).toEqual(truthOf(world.server));
      }),
      { numRuns: 75 },
    ));
});
