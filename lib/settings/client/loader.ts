import { backOffMs } from "@/lib/live/backoff";
import { createAlarm, type Timers } from "@/lib/live/timers";
import type { Result } from "@/lib/result";
import type { SettingsRow } from "@/lib/settings/wire";

export type Rows = { rows: SettingsRow[] };

type LoaderDeps = {
  fetchRows(projectId: string | null): Promise<Result<Rows>>;
  /** `startedAt`: when the read was started. */
  onRows(projectId: string | null, rows: Rows, startedAt: number): Promise<void>;
  onFailure(): void;
  timers: Timers;
  now(): number;
};

/** Reads the rows of a project (null: all projects), one read of each at a time, and repeats a failed read. */
export function createLoader({ fetchRows, onRows, onFailure, timers, now }: LoaderDeps) {
  const retry = createAlarm(timers);
  const underWay = new Map<string | null, { again: boolean }>();
  const failed = new Set<string | null>();
  let failures = 0;
  let stopped = false;

  async function load(projectId: string | null): Promise<void> {
    const already = underWay.get(projectId);
    // A change made after the read was started may be missing from its answer: read once more.
    if (already) return void (already.again = true);
    const run = { again: false };
    underWay.set(projectId, run);
    do {
      run.again = false;
      await read(projectId);
    } while (run.again && !stopped);
    underWay.delete(projectId);
  }

  async function read(projectId: string | null) {
    const startedAt = now();
    const result = await fetchRows(projectId);
    if (stopped) return;
    if (result.ok) {
      failures = 0;
      failed.delete(projectId);
      return onRows(projectId, result.value, startedAt);
    }
    onFailure();
    failed.add(projectId);
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
