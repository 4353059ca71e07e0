import { expect, it, vi } from "vitest";
import { fakeClock } from "@/lib/testing/fake-clock";
import { createPatience } from "./patience";

it("a question is given up after four seconds, each after it at once, until the disk answers", async () => {
  const { timers, advance, settle } = fakeClock(null);
  const onBack = vi.fn();
  const patience = createPatience(timers, onBack);
  let answer = (_: string) => {};
  let isAwaited = () => true;
  const first = patience.ask((awaited) => {
    isAwaited = awaited;
    return new Promise<string>((resolve) => (answer = resolve));
  });
  const given = expect(first).rejects.toThrow("does not answer");
  await advance(3_999);
  expect([patience.isSilent(), isAwaited()]).toEqual([false, true]);
  await advance(1);
  await given;
  expect([patience.isSilent(), isAwaited()]).toEqual([true, false]);
  const asked = vi.fn(async () => "second");
  await expect(patience.ask(asked)).rejects.toThrow("is silent");
  expect(asked).not.toHaveBeenCalled();
  answer("late");
  await settle();
  expect(onBack).toHaveBeenCalledOnce();
  expect(await patience.ask(asked)).toBe("second");
});
