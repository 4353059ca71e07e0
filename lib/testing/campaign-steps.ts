import fc from "fast-check";
import type { Link } from "./fake-browser";
import type { fakeDevices } from "./fake-devices";
import { editedSettings } from "./edited-settings";

export const links: readonly Link[] = [
  "well",
  "well",
  "offline",
  "offline",
  "answers get lost",
  "silent",
  "signed out",
];

export const someEdit = {
  do: fc.constant("edit" as const),
  tab: fc.nat(1),
  setting: fc.constantFrom(...editedSettings),
  // One past the last value is null: back to inherited.
  value: fc.nat(2),
};
const someRef = fc.constantFrom(...editedSettings.map(({ ref }) => ref));
/** The steps that may happen on a number of devices. */
export const stepOn = (devices: number) => {
  const device = fc.nat(devices - 1);
  const weighed = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
  return fc.oneof(
    weighed(8, fc.record({ ...someEdit, device })),
    weighed(3, fc.record({ do: fc.constant("undo" as const), device, tab: fc.nat(1), back: fc.nat(2) })),
    weighed(1, fc.record({ do: fc.constant("restore" as const), device, tab: fc.nat(1), moment: fc.nat(9) })),
    weighed(3, fc.record({ do: fc.constant("link" as const), device, link: fc.constantFrom(...links) })),
    weighed(1, fc.record({ do: fc.constant("reopen" as const), device, tab: fc.nat(1) })),
    // A page hears that a row has changed, of its own edit perhaps, and reads it again; or reads everything again.
    weighed(2, fc.record({ do: fc.constant("hint" as const), device, tab: fc.nat(1), ref: someRef })),
    weighed(1, fc.record({ do: fc.constant("resync" as const), device, tab: fc.nat(1) })),
    weighed(2, fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(100, 15_000, 60_000) })),
    weighed(4, fc.constant({ do: "rest" as const })),
  );
};
type Step = ReturnType<typeof stepOn> extends fc.Arbitrary<infer T> ? T : never;
export type World = ReturnType<typeof fakeDevices>;

export async function take(world: World, step: Step) {
  if (step.do === "wait") return world.leap(step.ms);
  if (step.do === "rest") {
    await world.idle();
    return void world.note();
  }
  const device = world.devices[step.device];
  if (!device) throw new Error("no such device");
  if (step.do === "link") return device.connect(step.link);
  if (step.do === "reopen") return device.reopen(step.tab);
  const tab = device.tabs[step.tab];
  if (step.do === "hint") tab?.client.applyHint(world.hintOf(step.ref));
  if (step.do === "resync") tab?.client.resync();
  if (step.do === "edit") device.edit(step.tab, step.setting, step.setting.values[step.value] ?? null);
  if (step.do === "undo") tab?.undos.splice(-1 - step.back, 1)[0]?.();
  if (step.do === "restore" && tab && device.isWell()) tab.undos.push(world.restore(tab.client, step.moment));
  await device.written();
}

/** Every device reaches the server again and has read the latest rows. */
export async function settle({ devices, idle, leap }: World) {
  for (const device of devices) device.connect("well");
  for (let turn = 0; turn < 3; turn += 1) {
    await idle();
    leap(60_000);
  }
  for (const { tabs } of devices) for (const { client } of tabs) client.resync();
  await idle();
}
