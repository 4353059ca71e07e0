import { expect, it } from "vitest";
import { timeToPaint } from "./to-paint";

const click = { name: "click", interaction: 7, at: 1_010, processed: 1_030, duration: 48 };
const pointerDown = { name: "pointerdown", interaction: 7, at: 1_000, processed: 1_002, duration: 56 };
/** The pointerup of the same press, with the click's time. */
const pointerUp = { ...click, name: "pointerup", processed: 1_012 };
const another = { name: "click", interaction: 8, at: 2_000, processed: 2_002, duration: 200 };

it("takes the longest event of an interaction whose next paint shows the new state", () => {
  const press = { at: 1_010, changed: 1_029, painted: 1_070 };
  expect(timeToPaint(press, [another, pointerDown, pointerUp, click])).toBe(56);
});

it("does not take a paint that came before the new state", () => {
  const press = { at: 1_010, changed: 1_200, painted: 1_240 };
  expect(timeToPaint(press, [pointerDown, click])).toBe(230);
});

it("takes the page's own notes if the browser reports no event for a click", () => {
  expect(timeToPaint({ at: 3_000, changed: 3_002, painted: 3_011 }, [another])).toBe(11);
});
