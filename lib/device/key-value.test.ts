import { describe, expect, it } from "vitest";
import { fakeClock } from "@/lib/testing/fake-clock";
import { durableOrMemory } from "./durable-or-memory";
import { memoryKeyValue } from "./key-value";
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

  it("takes a value that it read from a full disk for no other tab's", async () => {
    const disk = memoryKeyValue(new Map([["a", ["before"]]]));
    // A full disk hands over the value, and refuses the one that is made of it.
    const full: typeof disk = {
      ...disk,
      update: async (key, change) => {
        change((await disk.entries()).find(([name]) => name === key)?.[1]);
        throw new Error("QuotaExceededError");
      },
    };
    const store = durableOrMemory(full);
    const reunite = () => {
      throw new Error("no other tab has written");
    };
    await store.update("a", append("first"), reunite);
    expect(await store.update("a", append("second"), reunite)).toEqual(["before", "first", "second"]);
    expect(await store.entries()).toEqual([["a", ["before", "first", "second"]]]);
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

  it("makes a change once, in memory or on the disk, however late the disk answers", async () => {
    const disk = memoryKeyValue();
    const { timers, advance, settle } = fakeClock(null);
    let wake = () => {};
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const slow: typeof disk = {
      ...disk,
      update: (key, change) => woken.then(() => disk.update(key, change)),
    };
    const store = durableOrMemory(slow, timers);
    const written = store.update("a", append("first"));
    await advance(4_000);
    expect(await written).toEqual(["first"]);
    expect(await store.update("a", append("second"))).toEqual(["first", "second"]);
    expect(store.isDurable()).toBe(false);
    wake();
    await settle();
    expect(await disk.entries()).toEqual([["a", ["first", "second"]]]);
    expect(store.isDurable()).toBe(true);
  });

  it("has on the disk what was written in time and confirmed late", async () => {
    const disk = memoryKeyValue();
    const { timers, advance, settle } = fakeClock(null);
    let confirm = () => {};
    const confirmed = new Promise<void>((resolve) => (confirm = resolve));
    const slow: typeof disk = {
      ...disk,
      update: async (key, change) => {
        const value = await disk.update(key, change);
        await confirmed;
        return value;
      },
    };
    const store = durableOrMemory(slow, timers);
    const written = store.update("a", append("first"));
    await advance(4_000);
    expect(await written).toEqual(["first"]);
    await store.update("a", append("second"));
    confirm();
    await settle();
    expect(await disk.entries()).toEqual([["a", ["first", "second"]]]);
    expect(store.isDurable()).toBe(true);
  });

  it("removes even from a silent disk what is to be removed", async () => {
    const disk = memoryKeyValue(new Map([["a", "old"]]));
    const { timers, advance, settle } = fakeClock(null);
    let wake = () => {};
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const slow: typeof disk = { ...disk, entries: () => woken.then(disk.entries) };
    const store = durableOrMemory(slow, timers);
    void store.entries();
    await advance(4_000);
    const removed = store.remove(["a"]);
    await advance(4_000);
    await removed;
    wake();
    await settle();
    expect(await disk.entries()).toEqual([]);
  });
});
