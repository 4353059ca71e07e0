// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { History } from "@/lib/notifications/delivery/history";
import { settingsOf } from "@/lib/notifications/delivery/situations";
import { noticeRowWith } from "@/lib/testing/delivery-rows";
import { destinations, show } from "./page.test-support";
import { MonthReplay } from "./month-replay";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const off = { enabled: false, start: "22:00", end: "08:00", urgentPasses: false };
const open = settingsOf({ notification_schedule: { quietHours: off } });
const quiet = settingsOf({ notification_schedule: { quietHours: { ...off, enabled: true } } });
const rows = [9, 23].map((hour, index) =>
  noticeRowWith({ seq: index + 1, occurred_at: `2026-11-20T${`${hour}`.padStart(2, "0")}:00:00Z` }),
);
const past = { ok: true, value: { rows, subscriptions: [], meetings: [] } satisfies History };

/** Edits the hours; the route gives these answers, one after the other. */
function edit(after: typeof quiet, ...answers: unknown[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return Response.json(answers[Math.min(asked.length, answers.length) - 1]);
  });
  show(<MonthReplay settings={open} schedule={after.notification_schedule} destinations={destinations} />);
  return asked;
}

it("says for each channel what the edit would have meant, and asks once", async () => {
  const asked = edit(quiet, past);
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe("Email 1 later"));
  expect(asked).toEqual(["/api/notifications/history"]);
});

it("says that nothing would have been different, and over how much", async () => {
  edit(open, past);
  const words = await screen.findByText("Nothing different: 2 notifications in 30 days.");
  expect(words).toBeTruthy();
});

it("says that it could not look, and looks again when asked", async () => {
  const asked = edit(quiet, { ok: false, error: { code: "unavailable" } }, past);
  await screen.findByRole("alert");
  await userEvent.click(screen.getByText("Try again"));
  await screen.findByText("1 later");
  expect(asked).toHaveLength(2);
});
