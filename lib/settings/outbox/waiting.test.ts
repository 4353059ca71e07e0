import { expect, it } from "vitest";
import { emptyDocument, type Slot } from "./device-document";
import { refOf } from "@/lib/settings/document";
import { waitingIn } from "./waiting";
import { toggled } from "@/lib/testing/fake-settings-server";
import { mergeObject } from "@/lib/settings/patch";

const slot = (patch: Slot["patch"]): Slot => ({ patch, base: {}, source: "ui" });
const empty = (section: string, projectId: string | null = null) =>
  emptyDocument({ userId: "ann", section, projectId }, 1);

it("settings that wait are counted once for each row, also where one is being sent and edited again", () => {
  const both = mergeObject(toggled("metrics", false), toggled("insights", false));
  const sending = { ...slot(both), opId: "op-1" };
  const one = { ...empty("dashboard"), sending, pending: slot(toggled("metrics", true)) };
  const other = { ...empty("dashboard", "p1"), pending: slot(toggled("metrics", null)) };
  expect([waitingIn([]), waitingIn([one]), waitingIn([one, other])]).toEqual([0, 2, 3]);
});

it("a document of a later build is not counted, and no page names it", () => {
  const later = { ...empty("moods"), pending: slot({ mood: { today: "good" } }) };
  expect(waitingIn([later])).toBe(0);
  expect(refOf(later)).toBeNull();
});
