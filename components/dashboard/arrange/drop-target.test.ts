import { expect, test } from "vitest";
import { dropTarget, type Box } from "./drop-target";

const box = (widget: Box["widget"], left: number, top: number, width: number): Box => ({
  widget,
  left,
  top,
  width,
  height: 100,
});
const boxes = [box("metrics", 0, 0, 1000), box("pieCharts", 0, 120, 490), box("insights", 510, 120, 490)];
const at = (x: number, y: number, isRightToLeft = false) =>
  dropTarget({ boxes, boardWidth: 1000, isRightToLeft }, x, y);

test("beside a card counts the half of it that the pointer is on, in the direction of reading", () => {
  expect(at(100, 170)).toEqual({ widget: "pieCharts", side: "before", axis: "inline" });
  expect(at(400, 170)).toEqual({ widget: "pieCharts", side: "after", axis: "inline" });
  expect(at(400, 170, true)).toEqual({ widget: "pieCharts", side: "before", axis: "inline" });
});

test("a card as wide as the board is passed above or below, whatever the direction", () => {
  expect(at(900, 20)).toEqual({ widget: "metrics", side: "before", axis: "block" });
  expect(at(900, 80, true)).toEqual({ widget: "metrics", side: "after", axis: "block" });
});

test("between and outside the cards the nearest one counts", () => {
  expect(at(700, 900)).toMatchObject({ widget: "insights" });
  expect(at(-50, 112)).toMatchObject({ widget: "pieCharts" });
  expect(dropTarget({ boxes: [], boardWidth: 1000, isRightToLeft: false }, 0, 0)).toBeNull();
});
