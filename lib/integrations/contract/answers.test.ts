import { describe, expect, it, vi } from "vitest";
import { answersTo, failuresIn, storable } from "./answers";

describe("what became of what was handed to the database", () => {
  it("is asked again for what it left for later, from there on, and answered in the order of what was given", async () => {
    const ask = vi.fn().mockResolvedValueOnce(["kept", "23514"]).mockResolvedValueOnce(["known"]);
    expect(await answersTo([{ n: 1 }, { n: 2 }, { n: 3 }], ask)).toEqual(["kept", "23514", "known"]);
    expect(ask.mock.calls).toEqual([[[{ n: 1 }, { n: 2 }, { n: 3 }]], [[{ n: 3 }]]]);
  });

  it("is not asked for where nothing was given", async () => {
    const ask = vi.fn();
    expect([await answersTo([], ask), ask.mock.calls]).toEqual([[], []]);
  });

  it.each([[[]], [null], [[1]], ["kept"]])(
    "is a fault where the answer is %j: nothing is asked for ever",
    async (said) => {
      await expect(answersTo([{}], () => Promise.resolve(said))).rejects.toThrow("answered for nothing");
    },
  );

  it("failed where the word is the state of an error", () => {
    expect(failuresIn(["kept", "23514", "PT400", "known", "later"])).toEqual(["23514", "PT400"]);
  });
});

it("what no database takes is replaced, at any depth, and what stands beside it stays", () => {
  const [half, none] = [String.fromCharCode(0xd83d), String.fromCharCode(0)];
  expect(storable([{ text: `a${half}`, deep: [{ text: `${none}b` }], n: 5, gone: undefined }])).toEqual([
    { text: "a\uFFFD", deep: [{ text: "\uFFFDb" }], n: 5 },
  ]);
  expect(storable([{ text: "\u{1F600} שלום" }])).toEqual([{ text: "\u{1F600} שלום" }]);
});
