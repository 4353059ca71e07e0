import { expect, it } from "vitest";
import { groupByDay } from "./grouping";
import { emptyRow } from "./simulated-server";

const row = (seq: number, at: Date) => ({ ...emptyRow, seq, occurred_at: at.toISOString() });
const seqs = (rows: { seq: number }[]) => rows.map(({ seq }) => seq);
const noon = new Date(2026, 10, 22, 12);

it("splits at the reader's midnight and keeps the order", () => {
  const rows = [
    row(3, new Date(2026, 10, 22, 11)),
    row(2, new Date(2026, 10, 22, 0, 0, 0)),
    row(1, new Date(2026, 10, 21, 23, 59, 59)),
  ];
  expect(groupByDay(rows, noon).map(({ key, rows }) => [key, seqs(rows)])).toEqual([
    ["today", [3, 2]],
    ["earlier", [1]],
  ]);
});

it("leaves an empty group out", () => {
  expect(groupByDay([], noon)).toEqual([]);
  expect(groupByDay([row(1, noon)], noon).map(({ key }) => key)).toEqual(["today"]);
});
