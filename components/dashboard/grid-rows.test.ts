import fc from "fast-check";
import { expect, test } from "vitest";
import { gridRows } from "@/components/dashboard/grid-rows";

test("a row that is full stays as it was wished", () => {
  const wishes = [
    { key: "a", span: 8 },
    { key: "b", span: 4 },
    { key: "c", span: 6 },
    { key: "d", span: 6 },
  ];
  expect(gridRows(wishes, 12)).toEqual(wishes);
});

test("the neighbours of a hidden card take its place", () => {
  expect(gridRows([{ key: "a", span: 8 }], 12)).toEqual([{ key: "a", span: 12 }]);
  expect(
    gridRows(
      [
        { key: "a", span: 4 },
        { key: "b", span: 4 },
      ],
      12,
    ).map(({ span }) => span),
  ).toEqual([6, 6]);
});

test("whatever is hidden, every row is full, no card is narrower than wished and the order is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (spans) => {
      const wishes = spans.map((span, index) => ({ key: String(index), span }));
      const placed = gridRows(wishes, 12);
      expect(placed.map(({ key }) => key)).toEqual(wishes.map(({ key }) => key));
      let filled = 0;
      placed.forEach(({ span }, index) => {
        expect(span).toBeGreaterThanOrEqual(wishes[index]?.span ?? 0);
        filled = filled === 12 ? span : filled + span;
        expect(filled).toBeLessThanOrEqual(12);
      });
      if (placed.length > 0) expect(filled).toBe(12);
    }),
  );
});
