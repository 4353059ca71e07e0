import { describe, expect, it } from "vitest";
import { durableOrMemory, memoryKeyValue } from "./key-value";
import { createSecondCopy } from "./second-copy";
import { twiceKept } from "./twice-kept";

const append = (item: string) => (value: unknown) => [...(Array.isArray(value) ? value : []), item];

describe("durableOrMemory", () => {
  it("goes on in memory with the last known values when the disk fails", async () => {
    const disk = memoryKeyValue();
    let full = false;
    const failing: typeof disk = {
      ...disk,
      update: (key, change) =>
        full ? Promise.reject(new Error("QuotaExceededError")) : disk.update(key, change),
    };
    const store = durableOrMemory(failing);
    await store.update("a", append("first"));
    full = true;
    expect(await store.update("a", append("second"))).toEqual(["first", "second"]);
    expect(await store.entries()).toEqual([["a", ["first", "second"]]]);
    expect(await disk.entries()).toEqual([["a", ["first"]]]);
  });

  it("goes on in memory where the browser throws instead of refusing", async () => {
    const insecure = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    const store = durableOrMemory(twiceKept(insecure, "test", createSecondCopy(insecure)));
    expect(await store.update("a", append("first"))).toEqual(["first"]);
    await store.dropStale("a");
    await store.remove(["b"]);
    expect(await store.entries()).toEqual([["a", ["first"]]]);
    expect(store.isDurable()).toBe(false);
  });
});
