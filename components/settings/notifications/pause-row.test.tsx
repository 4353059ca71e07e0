// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaults } from "@/lib/settings/sections";
import { notifications } from "@/lib/settings/notifications";
import { monday, show } from "./page.test-support";
import { PauseRow } from "./pause-row";

const code = vi.hoisted(() => ({ fetched: 0 }));
vi.mock("@/lib/notifications/schedule/pause", async (importOriginal) => {
  code.fetched += 1;
  return importOriginal();
});

beforeEach(() => vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("loads what a pause until tomorrow needs before anybody asks, so that a pause needs no network", async () => {
  const edit = vi.fn(() => () => undefined);
  const schedule = defaults(notifications).notification_schedule;
  show(<PauseRow schedule={schedule} layer="default" edit={edit} reset={vi.fn()} />);
  // Row and picker ask for it at the same time, and vitest then makes the module for each of them.
  await waitFor(() => expect(code.fetched).toBeGreaterThan(0));
  fireEvent.click(screen.getByRole("button", { name: /^Until tomorrow/ }));
  await waitFor(() =>
    expect(edit.mock.calls).toEqual([["notification_schedule.pausedUntil", "2026-11-24T09:00:00Z"]]),
  );
});
