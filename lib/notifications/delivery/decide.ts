import { frequency } from "./digest";
import type { Situation } from "./situation";
import { access, destination, expiry, mandatory, platform, read, window } from "./standing-rules";
import { budget, escalation, grace, meeting, quiet, workingHours } from "./time-rules";
import type { Decision, RuleName, Step, Verdict } from "./verdict";
import { categorySwitch, heat, mute, pause } from "./wish-rules";

type Rule = (situation: Situation, now: string) => Verdict;

/** What holds for everybody, in the order of DESIGN section 6. */
const standing: readonly [RuleName, Rule][] = [
  ["platform", platform],
  ["access", access],
  ["destination", destination],
  ["expiry", expiry],
  ["read", read],
  ["window", window],
  ["mandatory", mandatory],
];

/** What the person wishes, which is asked unless the notification is mandatory. */
const wished: readonly [RuleName, Rule][] = [
  ["switch", categorySwitch],
  ["heat", heat],
  ["mute", mute],
  ["pause", pause],
  ["escalation", escalation],
  ["quiet", quiet],
  ["workingHours", workingHours],
  ["meeting", meeting],
  ["grace", grace],
  ["frequency", frequency],
  ["budget", budget],
];

/**
 * Decides what becomes of one notification on one channel at the instant `now` (ISO 8601). Pure, and the only place that
 * decides: the worker, "Try it", the replay of a month and the reasons in the inbox all ask it. The first rule that is
 * against it ends the asking; the trace has every rule that had something to say.
 */
export function decide(situation: Situation, now: string): Decision {
  const trace: Step[] = [];
  for (const [rule, ask] of [...standing, ...wished]) {
    const verdict = ask(situation, now);
    if (verdict.outcome !== "pass" || verdict.inputs)
      trace.push({ rule, outcome: verdict.outcome, inputs: verdict.inputs ?? {} });
    switch (verdict.outcome) {
      case "exempt":
        return { outcome: "send", reason: rule, trace };
      case "hold":
        return { outcome: "hold", reason: rule, until: verdict.until, bundle: verdict.bundle, trace };
      case "suppress":
      case "expire":
        return { outcome: verdict.outcome, reason: verdict.reason, trace };
      case "pass":
    }
  }
  return { outcome: "send", reason: "wanted", trace };
}
