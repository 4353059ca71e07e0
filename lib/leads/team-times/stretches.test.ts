import { expect, it } from "vitest";
import { stretchesOf } from "./stretches";

const day = { from: Date.parse("2026-12-01T22:00:00Z"), to: Date.parse("2026-12-02T22:00:00Z") };
const at = (time: string) => Date.parse(`2026-12-02T${time}:00Z`);
const busy = (from: string, to: string) => ({
  starts_at: `2026-12-02T${from}:00Z`,
  ends_at: `2026-12-02T${to}:00Z`,
});

it("a day is told without a gap and in its order, whatever order its meetings come in", () => {
  expect(stretchesOf([busy("12:00", "12:30"), busy("08:00", "09:00")], day)).toEqual([
    { from: day.from, to: at("08:00"), isBusy: false },
    { from: at("08:00"), to: at("09:00"), isBusy: true },
    { from: at("09:00"), to: at("12:00"), isBusy: false },
    { from: at("12:00"), to: at("12:30"), isBusy: true },
    { from: at("12:30"), to: day.to, isBusy: false },
  ]);
});

it("what reaches over the day is cut, what lies in another is told once, and nothing lasts no time", () => {
  const reaching = [
    { starts_at: "2026-12-01T20:00:00Z", ends_at: "2026-12-02T06:00:00Z" },
    busy("05:00", "05:30"),
    busy("07:00", "07:00"),
    { starts_at: "2026-12-02T21:00:00Z", ends_at: "2026-12-03T01:00:00Z" },
  ];
  expect(stretchesOf(reaching, day)).toEqual([
    { from: day.from, to: at("06:00"), isBusy: true },
    { from: at("06:00"), to: at("21:00"), isBusy: false },
    { from: at("21:00"), to: day.to, isBusy: true },
  ]);
});

it("a day of which nothing is known is one stretch, and a full one has no free minute", () => {
  expect(stretchesOf([], day)).toEqual([{ ...day, isBusy: false }]);
  const whole = { starts_at: "2026-12-01T00:00:00Z", ends_at: "2026-12-04T00:00:00Z" };
  expect(stretchesOf([whole], day)).toEqual([{ ...day, isBusy: true }]);
});
