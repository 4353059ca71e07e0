import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryStorage } from "@/lib/testing/memory-storage";
import { forgetShown, isShown, noteShown } from "./shown-person";

beforeEach(() => void vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => void vi.unstubAllGlobals());

it("a browser shows the pages of whoever was noted last, and nobody's once that is forgotten", () => {
  expect(isShown("ann")).toBe(false);
  noteShown("ann");
  expect(isShown("ann")).toBe(true);
  noteShown("ben");
  expect([isShown("ann"), isShown("ben")]).toEqual([false, true]);
  forgetShown();
  expect(isShown("ben")).toBe(false);
});

it("a browser that keeps nothing shows nobody's, and nothing breaks", () => {
  vi.stubGlobal("localStorage", undefined);
  noteShown("ann");
  forgetShown();
  expect(isShown("ann")).toBe(false);
});
