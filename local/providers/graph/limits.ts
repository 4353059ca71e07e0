import type { GraphError } from "./app";

type Taken = Readonly<{ number: string; to: string; at: number }>;

/** To one person: 45 at once, and one more every six seconds. From one number to all: 80 a second. */
const burst = 45;
const refillMs = 6_000;
const perSecond = 80;

/** What a number may not send to somebody now, by what it has sent, oldest first; null: it may. */
export function tooMany(kept: readonly Taken[], number: string, to: string, now: number): GraphError | null {
  const ours = kept.filter((one) => one.number === number);
  if (ours.filter(({ at }) => at > now - 1_000).length >= perSecond)
    return { status: 429, code: 130_429, message: "(#130429) Rate limit hit" };
  let [left, before] = [burst, 0];
  const refilled = (at: number) => Math.min(burst, left + (at - before) / refillMs);
  for (const { at } of ours.filter((one) => one.to === to)) [left, before] = [refilled(at) - 1, at];
  return refilled(now) < 1 ? { status: 400, code: 131_056, message: "(#131056) Pair rate limit hit" } : null;
}
