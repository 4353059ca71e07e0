import { readFile } from "node:fs/promises";

/** Ticks of all processors since the machine started: at work, waiting, and taken by whoever else runs on the host. */
async function readTicks(): Promise<{ all: number; stolen: number }> {
  const [, ...ticks] =
    (await readFile("/proc/stat", "utf8")).split("\n", 1)[0]?.split(/\s+/).map(Number) ?? [];
  // user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in these already (proc(5)).
  const counted = ticks.slice(0, 8);
  return { all: counted.reduce((sum, each) => sum + each, 0), stolen: counted[7] ?? 0 };
}

/**
 * Starts to count; the answer tells which share of the processors' time, 0 to 1, was not this machine's to use since.
 * Milliseconds measured under a large share say more of the neighbours than of what was measured. Null where the
 * system does not tell.
 */
export async function countStolenTime(): Promise<() => Promise<number | null>> {
  const before = await readTicks().catch(() => null);
  return async () => {
    const after = before && (await readTicks().catch(() => null));
    if (!before || !after || after.all === before.all) return null;
    return (after.stolen - before.stolen) / (after.all - before.all);
  };
}
