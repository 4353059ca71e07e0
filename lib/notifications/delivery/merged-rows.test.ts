import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticeRowWith } from "@/lib/testing/delivery-rows";
import { heats, type Heat } from "@/lib/vocabulary/heat";
import { mergedRows } from "./merged-rows";

const change = (seq: number, from: Heat, to: Heat, key: string | null = "lead") =>
  noticeRowWith({ seq, collapse_key: key, params: { kind: "lead.heat", lead_name: "Dana", from, to } });
const told = (...rows: Parameters<typeof mergedRows>) =>
  mergedRows(...rows).map(({ seq, params: { from, to } }) => `${seq}: ${String(from)} -> ${String(to)}`);

describe("the rows of one message", () => {
  it("tell several changes of a lead's heat once, from the first to the last", () => {
    expect(told(change(1, "cold", "warm"), change(2, "warm", "hot"), change(3, "hot", "burning"))).toEqual([
      "3: cold -> burning",
    ]);
  });

  it("tell what changed last where a lead is back where it was", () => {
    expect(told(change(1, "cold", "hot"), change(2, "hot", "cold"))).toEqual(["2: hot -> cold"]);
  });

  it("are told oldest first, whatever the order in which they were claimed", () => {
    expect(told(change(3, "hot", "burning", "c"), change(1, "cold", "warm", "a"))).toEqual([
      "1: cold -> warm",
      "3: hot -> burning",
    ]);
  });

  it("are kept apart where they are about different things, or about nothing that can be told once", () => {
    expect(told(change(1, "cold", "warm", "a"), change(2, "cold", "warm", "b"))).toHaveLength(2);
    expect(told(change(1, "cold", "warm", null), change(2, "cold", "warm", null))).toHaveLength(2);
  });
});

it("of any rows: each thing once, the last word of each, nothing invented", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          key: fc.constantFrom(null, "a", "b", "c"),
          from: fc.constantFrom(...heats),
          to: fc.constantFrom(...heats),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      (changes) => {
        const [first, ...rest] = changes.map(({ key, from, to }, seq) => change(seq, from, to, key));
        if (!first) return;
        const rows = [first, ...rest];
        const merged = mergedRows(first, ...rest.toReversed());
        const keys = rows.map(({ collapse_key: key }) => key);
        const things = new Set(keys.filter((key) => key !== null)).size;
        expect(merged).toHaveLength(things + keys.filter((key) => key === null).length);
        for (const row of merged) {
          const same = rows.filter(({ collapse_key: key }) => key !== null && key === row.collapse_key);
          if (same.length > 0) expect(row.seq).toBe(same.at(-1)?.seq);
          expect(row.params.to).toBe(rows[row.seq]?.params.to);
        }
      },
    ),
  ));
