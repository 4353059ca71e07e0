import { expect, it } from "vitest";
import { createCompletions } from "./completions";
import type { Result } from "./store";

const resultOf = (id: string): Result => ({
  id,
  status: "sent",
  reason: "sent",
  bundle: null,
  attempted: true,
});

/** A store whose calls wait until they are let go. */
function storeInHand() {
  const calls: { lease: string; ids: string[]; answer: () => void; fail: (reason: Error) => void }[] = [];
  const complete = (lease: string, results: Result[]) =>
    new Promise<number>((resolve, reject) =>
      calls.push({
        lease,
        ids: results.map(({ id }) => id),
        answer: () => resolve(results.length),
        fail: reject,
      }),
    );
  return { calls, complete };
}

/** Lets everything happen that needs no outside. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

it("what comes at once is one call, and what comes while it is on its way goes with the next one, each result once, under the lease", async () => {
  const store = storeInHand();
  const completions = createCompletions(store, "lease");
  for (const id of ["a", "b"]) completions.add([resultOf(id)]);
  await settled();
  expect(store.calls.map(({ ids }) => ids)).toEqual([["a", "b"]]);
  for (const id of ["c", "d"]) completions.add([resultOf(id)]);
  await settled();
  expect(store.calls).toHaveLength(1);
  store.calls[0]?.answer();
  await settled();
  expect(store.calls.map(({ ids }) => ids)).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(new Set(store.calls.map(({ lease }) => lease))).toEqual(new Set(["lease"]));
});

it("all are written when it is done, and not before", async () => {
  const store = storeInHand();
  const completions = createCompletions(store, "lease");
  completions.add([resultOf("a")]);
  await settled();
  completions.add([resultOf("b")]);
  let isDone = false;
  const done = completions.done().then(() => (isDone = true));
  store.calls[0]?.answer();
  await settled();
  expect([isDone, store.calls.length]).toEqual([false, 2]);
  store.calls[1]?.answer();
  await done;
});

it("a call that fails is told to whoever waits, and to nobody else", async () => {
  const store = storeInHand();
  const completions = createCompletions(store, "lease");
  completions.add([resultOf("a")]);
  await settled();
  store.calls[0]?.fail(new Error("the database is away"));
  await settled();
  await expect(completions.done()).rejects.toThrow("the database is away");
});

it("without results nothing is written", async () => {
  const store = storeInHand();
  const completions = createCompletions(store, "lease");
  completions.add([]);
  await completions.done();
  expect(store.calls).toEqual([]);
});
