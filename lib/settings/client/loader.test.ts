import { describe, expect, it } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import { fakeClock } from "@/lib/testing/fake-clock";
import { createLoader } from "./loader";
import type { SettingsRows } from "@/lib/settings/wire";

function loading(fetchRows: (projectId: string | null) => Promise<Result<SettingsRows>>) {
  const { timers, leap } = fakeClock(null);
  const heard: { projectId: string | null; startedAt: number }[] = [];
  let failures = 0;
  const loader = createLoader({
    fetchRows,
    timers,
    now: timers.now,
    onRows: async (projectId, _rows, startedAt) => void heard.push({ projectId, startedAt }),
    onFailure: () => void (failures += 1),
  });
  return { loader, leap, heard, failures: () => failures };
}
const settled = () => new Promise<void>((next) => setImmediate(next));

describe("reading rows", () => {
  it("reads once more where a read was asked for meanwhile, and not more often", async () => {
    const answers: ((rows: Result<SettingsRows>) => void)[] = [];
    const { loader, heard } = loading(() => new Promise((settle) => answers.push(settle)));
    void loader.load("p1");
    void loader.load("p1");
    void loader.load("p1");
    expect(answers).toHaveLength(1);
    answers[0]?.(ok({ rows: [] }));
    await settled();
    expect(answers).toHaveLength(2);
    answers[1]?.(ok({ rows: [] }));
    await settled();
    expect(answers).toHaveLength(2);
    expect(heard).toHaveLength(2);
  });

  it("repeats a failed read, later and later, until it succeeds, and says when the read was started", async () => {
    let up = false;
    const { loader, leap, heard, failures } = loading(async () =>
      up ? ok({ rows: [] }) : fail("unavailable"),
    );
    await loader.load(null);
    expect(failures()).toBe(1);
    leap(100);
    await settled();
    expect(failures()).toBe(2);
    up = true;
    leap(100);
    await settled();
    expect(heard).toEqual([{ projectId: null, startedAt: 200 }]);
  });

  it("hears nothing after it was stopped", async () => {
    const { loader, heard, leap } = loading(async () => ok({ rows: [] }));
    const reading = loader.load(null);
    loader.stop();
    await reading;
    leap(60_000);
    expect(heard).toEqual([]);
  });
});
