import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFaults, slowMs } from "./faults";

const services = { fetch: async () => new Response("done") };
const ask = (faults: ReturnType<typeof createFaults>, path: string) =>
  faults.inFrontOf(services).fetch(new Request(`http://platform${path}`), null);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("a failing service answers 500 and does nothing until it is mended; the other service works", async () => {
  const faults = createFaults();
  faults.set("rest", "failing");
  expect((await ask(faults, "/rest/v1/leads")).status).toBe(500);
  expect((await ask(faults, "/auth/v1/token")).status).toBe(200);
  faults.mend("rest");
  expect((await ask(faults, "/rest/v1/leads")).status).toBe(200);
});

it("a slow service answers after ten seconds, or at once when it is mended", async () => {
  const faults = createFaults();
  faults.set("rest", "slow");
  let answered = 0;
  const count = () => void (answered += 1);
  const first = ask(faults, "/rest/v1/leads").then(count);
  await vi.advanceTimersByTimeAsync(slowMs - 1);
  expect(answered).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await first;
  expect(answered).toBe(1);
  const second = ask(faults, "/rest/v1/leads").then(count);
  faults.mend("rest");
  await second;
  expect(answered).toBe(2);
});
