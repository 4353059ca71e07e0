import { readFile } from "node:fs/promises";

/** Ticks of all processors since the machine started; `stolen`: given by the host to other machines. */
async function readTicks(): Promise<{ all: number; stolen: number }> {
  const [, ...ticks] =
    (await readFile("/proc/stat", "utf8")).split("\n", 1)[0]?.split(/\s+/).map(Number) ?? [];
  // user, nice, system, idle, iowait, irq, softirq, steal; later columns are already included in these (proc(5)).
  const counted = ticks.slice(0, 8);
  return { all: counted.reduce((sum, each) => sum + each, 0), stolen: counted[7] ?? 0 };
}

/**
 * Starts to count; the function returned answers the share (0 to 1) of processor time that the host gave to other
 * machines since. Under a large share, measured milliseconds say more about the neighbours than about the product. Null
 * if the system does not tell.
 */
export async function countStolenTime(): Promise<() => Promise<number | null>> {
  const before = await readTicks().catch(() => null);
  return async () => {
    const after = before && (await readTicks().catch(() => null));
    if (!before || !after || after.all === before.all) return null;
    return (after.stolen - before.stolen) / (after.all - before.all);
  };
}
