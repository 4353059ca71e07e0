import { expect, it } from "vitest";
import { emptyDocument, type Slot } from "./device-document";
import { reunite } from "./reunite";

const since = emptyDocument({ userId: "u", section: "dashboard", projectId: null }, 1);
const hides = (name: string): Slot => ({
  patch: { widget_visibility: { [name]: false } },
  base: { [`widget_visibility.${name}`]: null },
  source: "ui",
});
const sent = (name: string, opId: string) => ({ opId, ...hides(name) });
const hidden = (slot: Slot | null) => Object.keys(Object(slot?.patch.widget_visibility)).sort();

it("the edits of both tabs wait in one record", () => {
  const stored = { ...since, pending: hides("insights") };
  const inMemory = { ...since, pending: hides("metrics") };
  expect(hidden(reunite(stored, inMemory, since).pending)).toEqual(["insights", "metrics"]);
});

it("a request that both have from the device is sent once, and is over where one of them has its answer", () => {
  const before = { ...since, sending: sent("insights", "a") };
  expect(reunite(before, { ...before, pending: hides("metrics") }, before)).toMatchObject({
    sending: { opId: "a" },
    pending: { patch: { widget_visibility: { metrics: false } } },
  });
  expect(reunite(before, since, before)).toMatchObject({ sending: null, pending: null });
});

it("a request that this tab alone has sent waits to be sent again", () => {
  const inMemory = { ...since, sending: sent("metrics", "b") };
  const reunited = reunite({ ...since, pending: hides("insights") }, inMemory, since);
  expect(reunited.sending).toBeNull();
  expect(hidden(reunited.pending)).toEqual(["insights", "metrics"]);
});
