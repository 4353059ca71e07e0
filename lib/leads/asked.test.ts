import { expect, it } from "vitest";
import { covers, isSamePeriod, type Asked } from "./asked";

const asked: Asked = {
  panels: ["metrics", "insights"],
  period: { preset: "last30Days", from: "", to: "" },
  zone: "Asia/Jerusalem",
  weekStart: 0,
};

it("figures serve a dashboard that wants no more panels over the same days", () => {
  expect(covers(asked, asked)).toBe(true);
  expect(covers(asked, { ...asked, panels: ["insights"] })).toBe(true);
  expect(covers(asked, { ...asked, panels: [] })).toBe(true);
});

it("a panel that was hidden has to be asked for", () => {
  expect(covers({ ...asked, panels: ["metrics"] }, asked)).toBe(false);
});

const own = { preset: "own", from: "2026-11-01", to: "2026-11-30" } as const;
const others: [string, Partial<Asked>][] = [
  ["a period", { period: { preset: "today", from: "", to: "" } }],
  ["days", { period: own }],
  ["a zone", { zone: "Europe/Berlin" }],
  ["a first day of the week", { weekStart: 1 }],
];
it.each(others)("%s that is another makes other figures", (_, changed) => {
  expect(isSamePeriod(asked, { ...asked, ...changed })).toBe(false);
  expect(covers(asked, { ...asked, ...changed })).toBe(false);
});

it("own days differ by either end", () => {
  const chosen = { ...asked, period: own };
  expect(isSamePeriod(chosen, { ...asked, period: { ...own, to: "2026-11-29" } })).toBe(false);
  expect(isSamePeriod(chosen, { ...asked, period: { ...own, from: "2026-11-02" } })).toBe(false);
});
