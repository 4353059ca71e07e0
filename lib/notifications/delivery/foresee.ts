import { decide } from "./decide";
import type { Situation } from "./situation";
import type { Decision } from "./verdict";

/** A decision at an instant (ISO 8601). */
export type Foreseen = Readonly<{ at: string; decision: Decision }>;

/**
 * What will become of a notification if nothing changes: each decision from `now` on, at the instant at which the one
 * before lets it be asked again. The last one is no hold. A worker asks at the same instants, with the same answers.
 */
export function foresee(situation: Situation, now: string): [Foreseen, ...Foreseen[]] {
  const first = { at: now, decision: decide(situation, now) };
  const chain: [Foreseen, ...Foreseen[]] = [first];
  let last: Foreseen = first;
  // Quiet, working hours, a digest and a limit can each hold once in a week; none holds for ever.
  while (last.decision.outcome === "hold" && chain.length < 64) {
    const at = last.decision.until;
    last = { at, decision: decide(situation, at) };
    chain.push(last);
  }
  return chain;
}
