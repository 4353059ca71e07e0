import { expect, it, vi } from "vitest";
import { fail } from "@/lib/result";
import { lastSaveMs, onSaveTimed, timed } from "./save-timing";

it("times the answer of a save and hands it on as it is; a save without an answer leaves no time", async () => {
  const clock = [0, 120.4, 500];
  const now = () => clock.shift() ?? 0;
  const heard = vi.fn();
  onSaveTimed(heard);
  const refused = [fail("forbidden")];
  expect(await timed(async () => refused, now)([])).toBe(refused);
  expect([lastSaveMs(), heard.mock.calls.length]).toEqual([120, 1]);

  const lost = timed(async () => Promise.reject(new TypeError("Failed to fetch")), now);
  await expect(lost([])).rejects.toThrow("Failed to fetch");
  expect([lastSaveMs(), heard.mock.calls.length]).toEqual([120, 1]);
});
