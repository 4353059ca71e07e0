// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { monday, show } from "./page.test-support";
import { PausePicker } from "./pause-picker";
// The page fetches it later; here it is at hand.
import "./pause-panel";

beforeEach(() => vi.useFakeTimers({ now: new Date(monday), toFake: ["Date"] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Opens the picker; what it suggests has yet to come. */
async function openPicker() {
  const onPick = vi.fn();
  show(<PausePicker timeZone="UTC" suggested="09:00" onPick={onPick} />);
  fireEvent.click(screen.getByRole("button"));
  const field = await screen.findByLabelText("Pause until", { selector: "input" });
  const pick = () => fireEvent.click(screen.getByRole("button", { name: "Pause" }));
  return { onPick, field, pick };
}

it("suggests tomorrow", async () => {
  const { onPick, field, pick } = await openPicker();
  expect(field).toHaveProperty("value", "2026-11-24T09:00");
  pick();
  await waitFor(() => expect(onPick.mock.calls).toEqual([["2026-11-24T09:00:00Z"]]));
});

it("keeps a moment that was chosen before the suggestion came", async () => {
  const { onPick, field, pick } = await openPicker();
  fireEvent.change(field, { target: { value: "2037-01-05T12:00" } });
  pick();
  await waitFor(() => expect(onPick.mock.calls).toEqual([["2037-01-05T12:00:00Z"]]));
});
