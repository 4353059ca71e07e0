import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dropLeft, leftValues } from "@/lib/device/left-values";
import { dashboardOf, toggled } from "@/lib/testing/fake-settings-server";
import { memoryStorage } from "@/lib/testing/memory-storage";
import { leaveEdits } from "./leaving";
import type { Edit } from "./runner";

const ann = "ann";
const edit: Edit = { ...dashboardOf("p1"), patch: toggled("metrics", false), seen: {}, source: "ui" };

beforeEach(() => void vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => void vi.unstubAllGlobals());

/** A page with edits that its device has not taken. */
function pageWith(edits: readonly Edit[]) {
  const page = new EventTarget();
  const startAnew = vi.fn();
  const stop = leaveEdits(page, { userId: ann, unrecorded: () => edits, startAnew, now: () => 7 });
  const tell = (type: string) => page.dispatchEvent(new Event(type));
  return { startAnew, stop, leave: () => tell("pagehide"), comeBack: () => tell("pageshow") };
}

it("edits are written down as the page is left, with the time, and no more once it stopped", () => {
  const { leave, stop } = pageWith([edit]);
  leave();
  stop();
  leave();
  expect(leftValues(ann).map(({ value }) => value)).toEqual([{ at: 7, edits: [edit] }]);
});

it("nothing is left where the device has taken all", () => {
  pageWith([]).leave();
  expect(leftValues(ann)).toEqual([]);
});

it("they stay the page's own where it comes back before anybody took them", () => {
  const { leave, comeBack, startAnew } = pageWith([edit]);
  leave();
  comeBack();
  expect(leftValues(ann)).toEqual([]);
  expect(startAnew).not.toHaveBeenCalled();
});

it("they are another page's once it took them: the page that comes back after that starts anew", () => {
  const { leave, comeBack, startAnew } = pageWith([edit]);
  leave();
  dropLeft(leftValues(ann).map(({ key }) => key));
  comeBack();
  expect(startAnew).toHaveBeenCalledOnce();
});

it("a page whose browser keeps nothing goes on where it comes back", () => {
  vi.stubGlobal("localStorage", undefined);
  const { leave, comeBack, startAnew } = pageWith([edit]);
  leave();
  comeBack();
  expect(startAnew).not.toHaveBeenCalled();
});
