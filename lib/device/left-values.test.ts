import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryStorage } from "@/lib/testing/memory-storage";
import { dropLeft, isLeft, leaveValue, leftValues } from "./left-values";

beforeEach(() => void vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => void vi.unstubAllGlobals());

const valuesOf = (owner: string) => leftValues(owner).map(({ value }) => value);

it("what pages of an owner leave stands each under a key of its own, and is no other owner's", () => {
  const [first, second] = [leaveValue("ann", { n: 1 }), leaveValue("ann", { n: 2 })];
  expect(first).not.toBe(second);
  // Not even of one whose name begins so.
  leaveValue("anna", { n: 3 });
  expect(valuesOf("ann")).toEqual(expect.arrayContaining([{ n: 1 }, { n: 2 }]));
  expect(valuesOf("ann")).toHaveLength(2);
});

it("is left until it is dropped, and what others left stays", () => {
  const key = leaveValue("ann", { n: 1 }) ?? "";
  leaveValue("ann", { n: 2 });
  expect(isLeft(key)).toBe(true);
  dropLeft([key]);
  expect(isLeft(key)).toBe(false);
  expect(valuesOf("ann")).toEqual([{ n: 2 }]);
});

it("what is no JSON is dropped, alone", () => {
  leaveValue("ann", { n: 1 });
  localStorage.setItem("ovenai-left/ann/broken", "{");
  expect(valuesOf("ann")).toEqual([{ n: 1 }]);
  expect(isLeft("ovenai-left/ann/broken")).toBe(false);
});

it("a browser that keeps nothing says so, and nothing breaks", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(leaveValue("ann", {})).toBeNull();
  expect(leftValues("ann")).toEqual([]);
  expect(isLeft("x")).toBe(false);
  dropLeft(["x"]);
});
