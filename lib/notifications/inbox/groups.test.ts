import { expect, it } from "vitest";
import { emptyInboxRow } from "@/lib/testing/inbox-rows";
import { zoneOf } from "@/lib/time/zone-table";
import { groupInbox } from "./groups";
import type { InboxRow } from "./inbox-row";
import { inCalls, takeBack } from "./take-back";

const now = new Date("2026-11-22T12:00:00Z");
const row = (id: string, changes: Partial<InboxRow> = {}): InboxRow => ({ ...emptyInboxRow, id, ...changes });
const keys = (rows: InboxRow[], by: "day" | "lead") =>
  groupInbox(rows, by, now, zoneOf("Asia/Jerusalem")).map((group) => group.rows.map(({ id }) => id));

it("days are the reader's, and what has woken is of the day it woke on", () => {
  const rows = [
    row("woken", { created_at: "2026-10-01T10:00:00Z", snoozed_until: "2026-11-22T07:00:00Z" }),
    row("after midnight", { created_at: "2026-11-21T22:30:00Z" }),
    row("before midnight", { created_at: "2026-11-21T21:30:00Z" }),
  ];
  expect(keys(rows, "day")).toEqual([["woken", "after midnight"], ["before midnight"]]);
});

it("leads stand where their newest row does, and what is of no lead is together", () => {
  const [dana, omar] = ["d", "o"].map((lead_id) => ({ lead_id }));
  const rows = [row("1", dana), row("2"), row("3", omar), row("4", dana), row("5")];
  expect(keys(rows, "lead")).toEqual([["1", "4"], ["2", "5"], ["3"]]);
});

it("taking back knows of each row how it was, in as few changes as there are states", () => {
  const read = { read_at: "2026-11-20T10:00:00Z" };
  const later = "2026-11-23T10:00:00Z";
  expect(
    takeBack([row("1"), row("2", read), row("3"), row("4", { snoozed_until: later })], now).map((mark) => [
      mark.ids,
      mark.change,
    ]),
  ).toEqual([
    [["1", "3"], { archived: false, read: false, snoozed_until: null }],
    [["2"], { archived: false, read: true, snoozed_until: null }],
    [["4"], { archived: false, read: false, snoozed_until: later }],
  ]);
});

it("a change of thousands goes in calls of a thousand", () => {
  const ids = Array.from({ length: 2_001 }, (_, n) => String(n));
  expect(inCalls({ ids, change: { read: true } }).map((call) => call.ids.length)).toEqual([1000, 1000, 1]);
});
