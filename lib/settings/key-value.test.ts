import { describe, expect, it } from "vitest";
import { durableOrMemory, memoryKeyValue, type KeyValue } from "./key-value";

const append = (item: string) => (value: unknown) => [...(Array.isArray(value) ? value : []), item];

describe("durableOrMemory", () => {
  it("goes on in memory with what it last knew when the disk fails", async () => {
    const disk = memoryKeyValue();
    let full = false;
    const failing: KeyValue = {
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
});
