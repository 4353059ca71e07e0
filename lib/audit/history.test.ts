import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityPage } from "./event";
import { olderThan, withNewest, withOlder } from "./history";
import { event } from "@/lib/testing/audit-record";

const pageSize = 3;

/** A page of a record with the ids 1 to `newest`. */
function pageOf(newest: number, before = newest + 1): ActivityPage {
  const ids = Array.from({ length: before - 1 }, (_, index) => before - 1 - index);
  return { events: ids.slice(0, pageSize).map((id) => event(id)), has_more: ids.length > pageSize };
}
const ids = ({ events }: ActivityPage) => events.map(({ id }) => id);

describe("the known part of the record", () => {
  it("has no gap and tells whether the record goes on, in whatever order pages are read", () => {
    const act = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom("newest", "older"));
    fc.assert(
      fc.property(fc.nat(8), fc.array(act, { maxLength: 20 }), (atFirst, acts) => {
        let count = atFirst;
        let known = pageOf(count);
        for (const each of acts) {
          const before = olderThan(known);
          if (typeof each === "number") count += each;
          else if (each === "newest") known = withNewest(known, pageOf(count));
          else if (before !== null) known = withOlder(known, pageOf(count, before));
          const [first = 0, last = 1] = [ids(known)[0], ids(known).at(-1)];
          expect(ids(known)).toEqual(Array.from({ length: first - last + 1 }, (_, index) => first - index));
          expect(known.has_more).toBe(last > 1);
        }
      }),
    );
  });

  it("forgets events that the server no longer has", () => {
    const erased = { events: [], has_more: false };
    expect(withNewest(pageOf(3), erased)).toEqual(erased);
  });

  it("has the server's order: by time to the microsecond, then by id", () => {
    const micros = fc.array(fc.nat(999_999), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(micros, fc.nat(), (times, cut) => {
        const record = times.map((time, index) => ({ time, told: event(index + 1, { at: written(time) }) }));
        const [some, rest] = [record.slice(0, cut % 10), record.slice(cut % 10)].map((part) => ({
          events: part.map(({ told }) => told),
          has_more: true,
        }));
        const inOrder = record.toSorted((a, b) => b.time - a.time || b.told.id - a.told.id);
        if (some && rest) expect(withOlder(some, rest).events).toEqual(inOrder.map(({ told }) => told));
      }),
    );
  });
});

/** An instant within one fixed second, as PostgreSQL writes it in JSON: without trailing zeros. */
function written(micros: number): string {
  const fraction = `.${String(micros).padStart(6, "0")}`.replace(/\.?0+$/, "");
  return `2026-11-05T10:00:00${fraction}+00:00`;
}

describe("the next older page", () => {
  it("begins after the oldest known event, and does not exist at the record's end", () => {
    expect(olderThan(pageOf(7))).toBe(5);
    expect(olderThan(pageOf(3))).toBeNull();
    expect(olderThan(pageOf(0))).toBeNull();
  });
});
