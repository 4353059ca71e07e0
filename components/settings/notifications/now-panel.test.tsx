// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defaults } from "@/lib/settings/sections";
import { notifications } from "@/lib/settings/notifications";
import { ClockChange } from "./clock-change";
import { NowPanel } from "./now-panel";
import { monday, show } from "./page.test-support";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const { notification_schedule: usual } = defaults(notifications);
const sentence = () => screen.getByRole("status").textContent;

function panel(schedule: Partial<typeof usual>, now: string, isPreview = false) {
  show(<NowPanel schedule={{ ...usual, ...schedule }} isPreview={isPreview} />, new Date(now));
}

describe("the live sentence", () => {
  it.each([
    [{}, monday, "Right now: open, until 18:00"],
    [{}, "2026-11-23T19:00:00Z", "Right now: off-hours, until 22:00"],
    [{}, "2026-11-23T23:00:00Z", "Right now: quiet, until tomorrow, 08:00"],
    [{ timezone: "Asia/Tokyo" }, monday, "Right now: off-hours, until 22:00"],
    [
      { quietHours: { ...usual.quietHours, enabled: false } },
      "2026-11-27T20:00:00Z",
      "Right now: off-hours, until Monday, 09:00",
    ],
    [{ pausedUntil: "2026-11-23T15:00:00Z" }, monday, "Right now: paused, until 15:00"],
    [{ pausedUntil: "2026-11-24T03:00:00Z" }, monday, "Right now: quiet, until tomorrow, 08:00"],
  ])("of %o at %s: %s", (schedule, now, words) => {
    panel(schedule, now);
    expect(sentence()).toBe(words);
  });

  it("changes when the time has come, without a reload", () => {
    vi.useFakeTimers({ now: new Date("2026-11-23T17:59:58Z") });
    panel({}, "2026-11-23T17:59:58Z");
    expect(sentence()).toBe("Right now: open, until 18:00");
    act(() => vi.advanceTimersByTime(3_000));
    expect(sentence()).toBe("Right now: off-hours, until 22:00");
  });

  it("says that it counts what is not saved yet", () => {
    panel({}, monday, true);
    expect(screen.getByText("With what is not saved yet")).toBeTruthy();
  });
});

it.each([
  ["Europe/Berlin", "Next clock change: Mar 28, 2027, 1 hour forward."],
  ["Australia/Lord_Howe", "Next clock change: Apr 4, 2027, 30 minutes back."],
  ["Asia/Tokyo", "The clocks do not change here."],
])("the next clock change of %s is said in words", (timeZone, words) => {
  show(<ClockChange timeZone={timeZone} />);
  expect(screen.getByText(words)).toBeTruthy();
});
