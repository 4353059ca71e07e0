import { expect, it } from "vitest";
import { askedByPeriod, covers, isSamePeriod, readOwn, writeOwn, type Asked } from "./asked";

const asked: Asked = {
  panels: ["metrics", "insights"],
  period: { preset: "last30Days", from: "", to: "" },
  own: {},
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

it("a panel over other days of its own has to be asked for, and the others need not", () => {
  const wanted = { ...asked, own: { metrics: own } };
  expect(isSamePeriod(asked, wanted)).toBe(true);
  expect(covers(asked, wanted)).toBe(false);
  expect(covers(wanted, wanted)).toBe(true);
  expect(covers(wanted, asked)).toBe(false);
});

it("own days are read from an address as they were written, and anything else is none", () => {
  const some: Asked["own"] = { metrics: own, insights: { preset: "last7Days", from: "", to: "" } };
  expect(writeOwn(some)).toBe("metrics:own:2026-11-01:2026-11-30,insights:last7Days");
  expect(readOwn(writeOwn(some))).toEqual(some);
  expect(readOwn("")).toEqual({});
  for (const none of [
    "metrics",
    "metrics:soon",
    "secrets:today",
    "metrics:today,metrics:today",
    "metrics:own:a:b:c",
  ])
    expect(readOwn(none), none).toBeNull();
});

it("each period is asked for once, that of the dashboard always", () => {
  const today = { preset: "today", from: "", to: "" } as const;
  const groups = askedByPeriod({
    ...asked,
    panels: ["metrics", "pieCharts", "insights", "revenueChannel"],
    own: { pieCharts: own, insights: own, revenueChannel: today },
  });
  expect(groups).toEqual([
    { period: asked.period, panels: ["metrics"] },
    { period: own, panels: ["pieCharts", "insights"] },
    { period: today, panels: ["revenueChannel"] },
  ]);
  expect(askedByPeriod({ ...asked, panels: [] })).toEqual([{ period: asked.period, panels: [] }]);
});
