import fc from "fast-check";
import { expect, test } from "vitest";
import { gridRows } from "./rows";

test("a row that is full stays as it was wished", () => {
  const wishes = [
    { key: "a", span: 8 },
    { key: "b", span: 4 },
    { key: "c", span: 6 },
    { key: "d", span: 6 },
  ];
  expect(gridRows(wishes, 12)).toEqual([wishes.slice(0, 2), wishes.slice(2)]);
});

test("the neighbours of a hidden card take its place", () => {
  expect(gridRows([{ key: "a", span: 8 }], 12)).toEqual([[{ key: "a", span: 12 }]]);
  expect(
    gridRows(
      [
        { key: "a", span: 4 },
        { key: "b", span: 4 },
      ],
      12,
    )
      .flat()
      .map(({ span }) => span),
  ).toEqual([6, 6]);
});

test("a row that is nearly empty is a choice, and stays", () => {
  const wishes = [
    { key: "a", span: 6 },
    { key: "b", span: 12 },
  ];
  expect(gridRows(wishes, 12).flat()).toEqual(wishes);
});

test("whatever is hidden, rows two thirds full are filled, no card is narrower than wished and the order is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (spans) => {
      const wishes = spans.map((span, index) => ({ key: String(index), span }));
      const rows = gridRows(wishes, 12);
      expect(rows.flat().map(({ key }) => key)).toEqual(wishes.map(({ key }) => key));
      rows.flat().forEach(({ span }, index) => expect(span).toBeGreaterThanOrEqual(spans[index] ?? 0));
      for (const row of rows) {
        const width = row.reduce((sum, { span }) => sum + span, 0);
        expect(width === 12 || width < 8).toBe(true);
      }
    }),
  );
});
