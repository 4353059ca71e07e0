import "fake-indexeddb/auto";
import { entries, set, type UseStore } from "idb-keyval";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { openStore } from "./indexed-db";
import { fakeClock } from "@/lib/testing/fake-clock";
import { createSecondCopy } from "./second-copy";
import { twiceKept } from "./twice-kept";

const database = "test";
const append = (item: string) => (value: unknown) => [...(Array.isArray(value) ? value : []), item];

/** A browser's two places for files. Whoever opens a page gets stores of its own upon them. */
function browserDisk() {
  const files = { first: new IDBFactory(), second: new IDBFactory() };
  const second = () => openStore(() => files.second, database);
  return {
    files,
    page: (open: () => Promise<UseStore | null> = async () => second()) =>
      twiceKept(() => files.first, database, createSecondCopy(open, fakeClock(null).timers)),
    /** What an older build writes: to the first copy, uncounted. */
    first: () => openStore(() => files.first, database),
    throwAway: (which: keyof typeof files) => void (files[which] = new IDBFactory()),
    copies: async () =>
      Object.fromEntries(
        (await entries<string, { value: unknown }>(second())).map(([key, copy]) => [key, copy.value]),
      ),
  };
}

/** A store with no room left; `escaped` is what the handlers of its events let out, which the page would hear of. */
function refusingPuts(store: UseStore) {
  const escaped: unknown[] = [];
  const refusing: UseStore = (mode, act) =>
    store(mode, (documents) => {
      documents.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
      const get = documents.get.bind(documents);
      documents.get = (key) => {
        const reading = get(key);
        queueMicrotask(() => watchHandler(reading, escaped));
        return reading;
      };
      return act(documents);
    });
  return { store: refusing, escaped };
}

function watchHandler(request: IDBRequest, escaped: unknown[]) {
  const { onsuccess } = request;
  request.onsuccess = (event) => {
    try {
      onsuccess?.call(request, event);
    } catch (thrown) {
      escaped.push(thrown);
      throw thrown;
    }
  };
}

describe("a browser that throws a database away", () => {
  it("finds every value in the other copy", async () => {
    const { page, throwAway } = browserDisk();
    await page().update("b", append("other"));
    await page().update("a", append("first"));
    throwAway("first");
    expect(await page().entries()).toEqual([
      ["a", ["first"]],
      ["b", ["other"]],
    ]);
    // And goes on from there: what is written next is newer than what was found.
    await page().update("a", append("second"));
    throwAway("first");
    expect(await page().update("a", append("third"))).toEqual(["first", "second", "third"]);
  });

  it("has two copies again as soon as a page has looked", async () => {
    const { page, throwAway, copies } = browserDisk();
    await page().update("a", append("first"));
    throwAway("second");
    await page().entries();
    await expect.poll(copies).toEqual({ a: ["first"] });
  });

  it("gives back no value that had been removed", async () => {
    const { page, throwAway, copies } = browserDisk();
    const disk = page();
    await disk.update("a", append("first"));
    await disk.update("b", append("other"));
    await disk.remove(["a"]);
    await disk.removeIf("b", (value) => Array.isArray(value) && value.length === 1);
    expect(await copies()).toEqual({});
    throwAway("first");
    expect(await page().entries()).toEqual([]);
  });
});

describe("the second copy", () => {
  it("ends with the values of the first copy, whichever of two tabs reaches it last", async () => {
    const { page, copies, files } = browserDisk();
    let arrive = () => {};
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    const store = openStore(() => files.second, database);
    const slow: UseStore = async (mode, act) => {
      if (mode === "readwrite") await arrival;
      return store(mode, act);
    };
    const quickTab = page();
    const slowTab = page(async () => slow);
    await Promise.all([quickTab.entries(), slowTab.entries()]);
    const late = slowTab.update("a", append("first"));
    await expect.poll(() => quickTab.entries()).toEqual([["a", ["first"]]]);
    await quickTab.update("a", append("second"));
    arrive();
    await late;
    expect(await copies()).toEqual({ a: ["first", "second"] });
  });

  it("follows after a crash between the two writes, and after an older build that knew one copy", async () => {
    const { page, first, copies } = browserDisk();
    await page().update("a", append("first"));
    await set("a", ["first", "uncopied"], first());
    await page().entries();
    await expect.poll(copies).toEqual({ a: ["first", "uncopied"] });
  });

  it("loses a value that a crash had left in it alone", async () => {
    const { page, first, copies } = browserDisk();
    await page().update("a", append("first"));
    await first()("readwrite", (documents) => void documents.delete("a"));
    await page().entries();
    await expect.poll(copies).toEqual({});
  });

  it("keeps no older value where it cannot take the newer one", async () => {
    const { page, files, copies } = browserDisk();
    await page().update("a", append("first"));
    const full = refusingPuts(openStore(() => files.second, database));
    expect(await page(async () => full.store).update("a", append("second"))).toEqual(["first", "second"]);
    expect(await copies()).toEqual({});
    expect(full.escaped, "errors of the page").toEqual([]);
  });

  it("that does not answer is given up, once, and no later write waits for it", async () => {
    const { files } = browserDisk();
    const { timers, leap } = fakeClock(null);
    let asked = 0;
    const silent = async () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const disk = twiceKept(() => files.first, database, createSecondCopy(silent, timers));
    const written = disk.update("a", append("first"));
    leap(5_000);
    expect(await written).toEqual(["first"]);
    expect(await disk.update("a", append("second"))).toEqual(["first", "second"]);
    expect(asked).toBe(1);
  });
});
