import { expect, it } from "vitest";
import { deliveryWith, idOf, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import type { DeliveryRow } from "./answers";
import { interruptionsOf } from "./interruptions";

const at = "2026-12-02T10:00:00Z";
const earlier = { at: "2026-12-02T09:30:00Z", of: idOf(99) };
const coming = (number: number) => ({ at, of: idOf(number) });
const { person } = recipientWith({ interruptions: [earlier] });
const item = (number: number, given: Partial<DeliveryRow> = {}) => ({
  delivery: deliveryWith(number, { channel: "push", ...given }),
  row: noticeRowWith({ seq: number }),
});

it("what a claim is about to send counts for the rows after it", () => {
  const interruptions = interruptionsOf({ at, people: [person] });
  expect(interruptions.before(item(1))).toEqual([earlier]);
  interruptions.add(item(1));
  interruptions.add(item(2, { channel: "sms" }));
  expect(interruptions.before(item(3))).toEqual([earlier, coming(1), coming(2)]);
});

it("one message interrupts once, on two devices and with all that is bundled in it; a mail does not", () => {
  const interruptions = interruptionsOf({ at, people: [person] });
  interruptions.add(item(1));
  interruptions.add(item(2, { bundle: "away" }));
  interruptions.add(item(3, { bundle: "away" }));
  interruptions.add(item(4, { channel: "email" }));
  expect(interruptions.before(item(1, { destination_id: null }))).toEqual([earlier, { at, of: "away" }]);
  expect(interruptions.before(item(5))).toEqual([earlier, coming(1), { at, of: "away" }]);
});

it("a notification that waited for one digest on push and for another by text message is not held by itself", () => {
  const interruptions = interruptionsOf({ at, people: [person] });
  const daily = { channel: "push", bundle: "digest:daily" } as const;
  const weekly = { channel: "sms", bundle: "digest:weekly" } as const;
  interruptions.add(item(1, daily));
  interruptions.add(item(2, daily));
  for (const number of [1, 2]) expect(interruptions.before(item(number, weekly))).toEqual([earlier]);
  expect(interruptions.before(item(3, weekly))).toEqual([earlier, { at, of: "digest:daily" }]);
});
