import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import type { SectionRow } from "@/lib/settings/layers";

export type Rows = { rows: SectionRow[] };

type LoaderDeps = {
  fetchRows(scope: string | null): Promise<Result<Rows>>;
  /** `startedAt`: when the question was asked. */
  onRows(scope: string | null, rows: Rows, startedAt: number): Promise<void>;
  onFailure(): void;
  timers: Timers;
  now(): number;
};

/** Reads rows when asked to, one read of a scope at a time, and repeats what failed until it succeeds. */
export function createLoader({ fetchRows, onRows, onFailure, timers, now }: LoaderDeps) {
  const retry = createAlarm(timers);
  const underWay = new Map<string | null, { again: boolean }>();
  const failed = new Set<string | null>();
  let failures = 0;
  let stopped = false;

  async function load(scope: string | null): Promise<void> {
    const already = underWay.get(scope);
    // What changed after the question was asked may be missing from its answer: ask once more.
    if (already) return void (already.again = true);
    const run = { again: false };
    underWay.set(scope, run);
    do {
      run.again = false;
      await read(scope);
    } while (run.again && !stopped);
    underWay.delete(scope);
  }

  async function read(scope: string | null) {
    const startedAt = now();
    const result = await fetchRows(scope);
    if (stopped) return;
    if (result.ok) {
      failures = 0;
      failed.delete(scope);
      return onRows(scope, result.value, startedAt);
    }
    onFailure();
    failed.add(scope);
    if (!retry.pending()) retry.set(backOffMs(failures++, timers.random), () => [...failed].forEach(load));
  }

  return {
    load,
    stop() {
      stopped = true;
      retry.clear();
    },
  };
}
