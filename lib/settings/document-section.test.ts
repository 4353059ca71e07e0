import { expect, it } from "vitest";
import { emptyDocument, type Slot } from "./device-document";
import { refOf, waitingIn } from "./document-section";
import { toggled } from "@/lib/testing/manual-server";
import { mergeObject } from "./patch";

const slot = (patch: Slot["patch"]): Slot => ({ patch, base: {}, source: "ui" });
const empty = (section: string, scope: string | null = null) =>
  emptyDocument({ user: "ann", section, scope }, 1);

it("what waits is counted by setting: once where it is under way and edited again, and for each row", () => {
  const both = mergeObject(toggled("metrics", false), toggled("insights", false));
  const sending = { ...slot(both), opId: "op-1" };
  const one = { ...empty("dashboard"), sending, pending: slot(toggled("metrics", true)) };
  const other = { ...empty("dashboard", "p1"), pending: slot(toggled("metrics", null)) };
  expect([waitingIn([]), waitingIn([one]), waitingIn([one, other])]).toEqual([0, 2, 3]);
});

it("what a later build left on the device is not counted, and no page names it", () => {
  const later = { ...empty("moods"), pending: slot({ mood: { today: "good" } }) };
  expect(waitingIn([later])).toBe(0);
  expect(refOf(later)).toBeNull();
});
