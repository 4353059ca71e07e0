import { describe, expect, it } from "vitest";
import { byDay, entriesOf, wholeEntries } from "./entries";
import { event, operation } from "@/lib/testing/audit-record";

const idsOf = (entries: ReturnType<typeof entriesOf>) =>
  entries.map(({ events }) => events.map(({ id }) => id));

describe("entries", () => {
  it("are one for each operation, with its changes in the order they were made", () => {
    const one = { op_id: operation(1) };
    expect(idsOf(entriesOf([event(4), event(3, one), event(2, one), event(1, one)]))).toEqual([
      [4],
      [1, 2, 3],
    ]);
  });

  it("join the changes of one write past the app, and of no other row or write", () => {
    const direct = { op_id: null, source: "api", version: 7 } as const;
    const events = [
      event(4, { ...direct, version: 8 }),
      event(3, { ...direct, section: "preferences" }),
      event(2, direct),
      event(1, direct),
    ];
    expect(idsOf(entriesOf(events))).toEqual([[4], [3], [1, 2]]);
  });

  it("leave out the oldest entry while the rest of it may be on the next page", () => {
    const one = { op_id: operation(1) };
    const events = [event(3), event(2, one)];
    expect(idsOf(wholeEntries({ events, has_more: true }))).toEqual([[3]]);
    expect(idsOf(wholeEntries({ events: [...events, event(1, one)], has_more: false }))).toEqual([
      [3],
      [1, 2],
    ]);
  });

  it("show an only entry, although it may be incomplete", () => {
    const one = { op_id: operation(1) };
    expect(idsOf(wholeEntries({ events: [event(2, one), event(1, one)], has_more: true }))).toEqual([[1, 2]]);
  });
});

it("groups entries by the reader's day and keeps their order", () => {
  const at = (day: number, hour: number) => ({
    at: `2026-11-0${day}T${String(hour).padStart(2, "0")}:00:00+00:00`,
  });
  const entries = entriesOf([event(3, at(6, 1)), event(2, at(5, 23)), event(1, at(5, 1))]);
  const ids = (dayOf: (at: string) => string) =>
    byDay(entries, dayOf).map((day) => idsOf([...day.entries]).flat());
  expect(ids((instant) => instant.slice(0, 10))).toEqual([[3], [2, 1]]);
  // Two hours to the east, the last hour of the fifth is the sixth.
  expect(ids((instant) => new Date(Date.parse(instant) + 7_200_000).toISOString().slice(0, 10))).toEqual([
    [3, 2],
    [1],
  ]);
});
