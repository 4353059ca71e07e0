import { expect, it } from "vitest";
import { zoneOf } from "@/lib/time/zone-table";
import { groupByDay } from "./grouping";
import { emptyRow } from "@/lib/testing/fake-notification-server";

const row = (seq: number, occurred_at: string) => ({ ...emptyRow, seq, occurred_at });
const noon = new Date("2026-11-22T10:00:00Z");
const grouped = (zone: string, ...rows: Parameters<typeof groupByDay>[0]) =>
  groupByDay(rows, noon, zoneOf(zone)).map(({ key, rows }) => [key, rows.map(({ seq }) => seq)]);

it("splits at midnight of the reader's zone and keeps the order", () => {
  const rows = [
    row(3, "2026-11-22T09:00:00Z"),
    row(2, "2026-11-21T22:00:00Z"),
    row(1, "2026-11-21T21:59:59Z"),
  ];
  expect(grouped("Asia/Jerusalem", ...rows)).toEqual([
    ["today", [3, 2]],
    ["earlier", [1]],
  ]);
  expect(grouped("UTC", ...rows)).toEqual([
    ["today", [3]],
    ["earlier", [2, 1]],
  ]);
});

it("leaves an empty group out", () => {
  expect(grouped("UTC")).toEqual([]);
  expect(grouped("UTC", row(1, noon.toISOString()))).toEqual([["today", [1]]]);
});
