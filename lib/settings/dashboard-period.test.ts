import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { period } from "./dashboard-period";

const { schema, initial } = { schema: period().schema, initial: period().default };
const takes = (value: unknown) => safeParse(schema, value).success;

it("a dashboard counts the last thirty days where nobody has chosen", () => {
  expect(initial).toEqual({ preset: "last30Days", from: "", to: "" });
  expect(takes(initial)).toBe(true);
});

it("own days are two days of the calendar, the first not after the last", () => {
  const own = (from: string, to: string) => takes({ preset: "own", from, to });
  expect(own("2026-11-01", "2026-11-30")).toBe(true);
  expect(own("2026-11-01", "2026-11-01")).toBe(true);
  for (const [from, to] of [
    ["", ""],
    ["2026-11-01", ""],
    ["2026-11-02", "2026-11-01"],
    ["1 Nov", "2 Nov"],
    ["1999-01-01", "2026-01-01"],
  ])
    expect(own(from ?? "", to ?? ""), `${from} to ${to}`).toBe(false);
});
