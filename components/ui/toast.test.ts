import { expect, it, vi } from "vitest";
import { giveVoice, toast, toastError } from "./toast";

it("says what was said before there was anybody to say it, in its order and once", () => {
  toast("Insights is off", { id: "insights" });
  toastError("Signing out failed");
  const shown = vi.fn();
  giveVoice(Object.assign(shown, { error: (text: string) => shown(`error: ${text}`) }));
  toast("Insights is on");
  expect(shown.mock.calls.map(([text]) => text)).toEqual([
    "Insights is off",
    "error: Signing out failed",
    "Insights is on",
  ]);
});
