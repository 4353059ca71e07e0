import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentId } from "./device-document";
import { sameJson } from "./json";
import type { Link } from "./manual-browser.test-support";
import { manualDevices, places, shownBy } from "./manual-devices.test-support";
import type { Outcome } from "./manual-server.test-support";
import { setAt, valueAt } from "./patch";

/** `npm test` takes always the same few schedules, `npm run soak` thousands of new ones. */
const full = process.env.CAMPAIGN_RUNS;
const runs = full ? { numRuns: Number(full) } : { numRuns: 30, seed: 2026 };
const links: readonly Link[] = [
  "well",
  "well",
  "offline",
  "offline",
  "answers get lost",
  "silent",
  "signed out",
];

const someEdit = {
  do: fc.constant("edit" as const),
  tab: fc.nat(1),
  place: fc.constantFrom(...places),
  // One past the last value is null: back to inherited.
  value: fc.nat(2),
};
const stepOn = (devices: number) => {
  const device = fc.nat(devices - 1);
  const weighed = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
  return fc.oneof(
    weighed(8, fc.record({ ...someEdit, device })),
    weighed(3, fc.record({ do: fc.constant("undo" as const), device, tab: fc.nat(1), back: fc.nat(2) })),
    weighed(1, fc.record({ do: fc.constant("restore" as const), device, tab: fc.nat(1), moment: fc.nat(9) })),
    weighed(3, fc.record({ do: fc.constant("link" as const), device, link: fc.constantFrom(...links) })),
    weighed(1, fc.record({ do: fc.constant("reopen" as const), device, tab: fc.nat(1) })),
    weighed(2, fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(100, 15_000, 60_000) })),
    weighed(4, fc.constant({ do: "rest" as const })),
  );
};
type Step = ReturnType<typeof stepOn> extends fc.Arbitrary<infer T> ? T : never;
type World = ReturnType<typeof manualDevices>;

async function take(world: World, step: Step) {
  if (step.do === "wait") return world.advance(step.ms);
  if (step.do === "rest") {
    await world.idle();
    return void world.note();
  }
  const device = world.devices[step.device];
  if (!device) throw new Error("no such device");
  if (step.do === "link") return device.connect(step.link);
  if (step.do === "reopen") return device.reopen(step.tab);
  const tab = device.tabs[step.tab];
  if (step.do === "edit") device.edit(step.tab, step.place, step.place.values[step.value] ?? null);
  if (step.do === "undo") tab?.undos.splice(-1 - step.back, 1)[0]?.();
  if (step.do === "restore" && tab && device.isWell()) tab.undos.push(world.restore(tab.client, step.moment));
  await device.written();
}

/** Everybody is reached again, and has heard the latest. */
async function settle({ devices, idle, advance }: World) {
  for (const device of devices) device.connect("well");
  for (let turn = 0; turn < 3; turn += 1) {
    await idle();
    advance(60_000);
  }
  for (const { tabs } of devices) for (const { client } of tabs) client.resync();
  await idle();
}

/**
 * Nothing is lost: what a device wanted last of a setting holds there or was asked about. Nothing is done twice: no
 * setting was sent under more ids than it was edited.
 */
function expectEachEditOnce({ devices, server }: World) {
  for (const { name, wanted, tabs } of devices) {
    const conflicts = tabs[0]?.client.sync().conflicts ?? [];
    const asked = new Set(conflicts.map((conflict) => `${documentId(conflict)} ${conflict.path}`));
    for (const [at, values] of wanted) {
      const outcomes = server.outcomes.filter(({ at: where, opId }) => where === at && opId.startsWith(name));
      const last = outcomes.at(-1);
      expect(last?.mine, `${name}${at}`).toEqual(values.at(-1));
      expect(asked.has(at), `${name}${at} conflicts`).toBe(last?.theirs !== undefined);
      expect(outcomes.length, `${name}${at} sent`).toBeLessThanOrEqual(values.length);
    }
  }
}

/** Nobody conflicts with themselves: the value in the way was put there by another device. */
function expectNoFalseConflict(outcomes: readonly Outcome[]) {
  outcomes.forEach(({ opId, at, theirs }, index) => {
    if (theirs === undefined) return;
    const holding = outcomes
      .slice(0, index)
      .findLast((earlier) => earlier.at === at && earlier.theirs === undefined);
    expect(sameJson(holding?.mine, theirs), at).toBe(true);
    expect(holding?.opId.split(" ")[0], at).not.toBe(opId.split(" ")[0]);
  });
}

/** A repetition is the very same request. */
function expectOneBodyPerOpId({ server: { requests } }: World) {
  const bodies = new Map<string, string>();
  for (const { opId, ...body } of requests) {
    expect(JSON.stringify(body)).toBe(bodies.get(opId) ?? JSON.stringify(body));
    bodies.set(opId, JSON.stringify(body));
  }
}

async function chooseAll(world: World, mine: boolean) {
  for (const { tabs } of world.devices) {
    const { client } = tabs[0] ?? {};
    for (const { path, mine: wanted, section, scope } of client?.sync().conflicts ?? []) {
      const ref = { section, scope };
      if (mine) await client?.edit(ref, setAt({}, path, wanted));
      else client?.dismiss(ref, path);
    }
    await settle(world);
  }
}

describe("whatever devices, tabs, network and server do", () => {
  it("patches, resets, undos and restores end in one state everywhere: nothing lost, torn or asked without a cause", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepOn(3), { maxLength: 60, size: "max" }),
        fc.boolean(),
        async (steps, mine) => {
          const world = manualDevices(3);
          await world.idle();
          for (const step of steps) await take(world, step);
          await settle(world);
          expectEachEditOnce(world);
          expectNoFalseConflict(world.server.outcomes);
          await chooseAll(world, mine);

          const [first, ...others] = world.devices.flatMap(({ tabs }) => tabs.map(({ client }) => client));
          if (!first) throw new Error("no tab");
          for (const { ref, path, values } of places) {
            const stored = valueAt(world.server.rowAt("ann", ref).overrides, path) ?? null;
            expect([...values, null]).toContainEqual(stored);
          }
          for (const other of others) expect(shownBy(other)).toEqual(shownBy(first));
          for (const client of [first, ...others])
            expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0, conflicts: [], notSaved: [] });
          expectOneBodyPerOpId(world);
        },
      ),
      runs,
    );
  }, 1_800_000);

  it("undoing the last n edits gives exactly what was in effect before them, on the screen and on the server", async () => {
    const edits = fc.array(fc.record({ ...someEdit, rest: fc.boolean(), link: fc.constantFrom(...links) }), {
      minLength: 1,
      maxLength: 15,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(14), async (steps, count) => {
        const world = manualDevices(1);
        const [device] = world.devices;
        const { client, undos } = device?.tabs[0] ?? {};
        if (!device || !client || !undos) throw new Error("no tab");
        await world.idle();
        const states = [shownBy(client)];
        for (const { place, value, rest, link } of steps) {
          device.connect(link);
          device.edit(0, place, place.values[value] ?? null);
          states.push(shownBy(client));
          if (rest) await world.idle();
        }
        const undone = Math.min(count, steps.length);
        for (const undo of undos.splice(steps.length - undone).toReversed()) undo();
        const expected = states[steps.length - undone];
        expect(shownBy(client)).toEqual(expected);
        await device.written();
        await settle(world);
        device.reopen(0);
        await world.idle();
        expect(device.tabs.map((tab) => shownBy(tab.client))).toEqual([expected, expected]);
      }),
      runs,
    );
  }, 1_800_000);
});
