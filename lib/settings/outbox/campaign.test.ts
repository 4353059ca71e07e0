import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentId } from "@/lib/settings/document";
import { sameJson } from "@/lib/settings/json";
import { links, settle, someEdit, stepOn, take, type World } from "@/lib/testing/campaign-steps";
import { fakeDevices, shownBy } from "@/lib/testing/fake-devices";
import { editedSettings } from "@/lib/testing/edited-settings";
import type { Outcome } from "@/lib/testing/fake-settings-server";
import { setAt, valueAt } from "@/lib/settings/patch";

/** `npm test` takes always the same few schedules, `npm run soak` thousands of new ones. */
const full = process.env.CAMPAIGN_RUNS;
const runs = full ? { numRuns: Number(full) } : { numRuns: 30, seed: 2026 };
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

/** On the disks themselves, whatever a page believes. */
async function expectNothingWaits({ devices }: World) {
  for (const { name, kept } of devices)
    for (const document of await kept())
      expect(document, name).toMatchObject({ sending: null, pending: null, trouble: null });
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
    for (const { path, mine: wanted, section, projectId } of client?.sync().conflicts ?? []) {
      const ref = { section, projectId };
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
          const world = fakeDevices(3);
          await world.idle();
          for (const step of steps) await take(world, step);
          await settle(world);
          await expectNothingWaits(world);
          expectEachEditOnce(world);
          expectNoFalseConflict(world.server.outcomes);
          await chooseAll(world, mine);

          await expectNothingWaits(world);
          const [first, ...others] = world.devices.flatMap(({ tabs }) => tabs.map(({ client }) => client));
          if (!first) throw new Error("no tab");
          for (const { ref, path, values } of editedSettings) {
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

  it("undoing the last n edits gives exactly what was in effect before them, on every screen and on the server", async () => {
    const before = fc.array(stepOn(3), { maxLength: 20, size: "max" });
    const edits = fc.array(fc.record({ ...someEdit, rest: fc.boolean(), link: fc.constantFrom(...links) }), {
      minLength: 1,
      maxLength: 15,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(before, edits, fc.nat(14), async (earlier, steps, count) => {
        const world = fakeDevices(3);
        await world.idle();
        for (const step of earlier) await take(world, step);
        // From here on nobody else changes anything.
        await settle(world);
        const [device] = world.devices;
        const { client, undos } = device?.tabs[0] ?? {};
        if (!device || !client || !undos) throw new Error("no tab");
        const states = [shownBy(client)];
        for (const { setting, value, rest, link } of steps) {
          device.connect(link);
          device.edit(0, setting, setting.values[value] ?? null);
          states.push(shownBy(client));
          if (rest) await world.idle();
        }
        const undone = Math.min(count, steps.length);
        for (const undo of undos.splice(undos.length - undone).toReversed()) undo();
        const expected = states[steps.length - undone];
        expect(shownBy(client)).toEqual(expected);
        await device.written();
        await settle(world);
        await expectNothingWaits(world);
        device.reopen(0);
        await world.idle();
        for (const { name, tabs } of world.devices)
          for (const tab of tabs) expect(shownBy(tab.client), name).toEqual(expected);
      }),
      runs,
    );
  }, 1_800_000);
});
