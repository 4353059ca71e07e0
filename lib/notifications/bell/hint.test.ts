import { expect, it } from "vitest";
import { isSharedAnswer, seqOfHint } from "./hint";

it("a hint names one notification's seq; any other message names none", () => {
  expect(seqOfHint({ seq: 7, later: true })).toBe(7);
  const nonsense = [null, undefined, 7, "7", [7], {}, { seq: "7" }, { seq: 0 }, { seq: -1 }, { seq: 1.5 }];
  for (const payload of [...nonsense, { seq: NaN }, { seq: 2 ** 53 }]) expect(seqOfHint(payload)).toBeNull();
});

it("an answer of another tab is accepted only in the shape that this build shares", () => {
  expect(isSharedAnswer({ kind: "feed", answer: { rows: [] }, complete: true })).toBe(true);
  for (const other of [
    null,
    "feed",
    { kind: "feed" },
    { kind: "feed", answer: { rows: 1 } },
    { kind: "mark" },
  ])
    expect(isSharedAnswer(other)).toBe(false);
});
