/** The rules in the order in which they are asked. A rule's words are `notifications.rules.<name>` in messages/*.json. */
export const ruleNames = [
  "platform",
  "access",
  "destination",
  "expiry",
  "read",
  "window",
  "mandatory",
  "switch",
  "heat",
  "mute",
  "pause",
  "escalation",
  "quiet",
  "workingHours",
  "meeting",
  "grace",
  "frequency",
  "budget",
] as const;
export type RuleName = (typeof ruleNames)[number];

export type Inputs = Record<string, string | number | boolean | null>;

/**
 * What one rule says. `pass`: it has nothing against it; `exempt`: none of the person's wishes is asked; `hold` until an
 * instant (ISO), together with whatever waits under the same `bundle`; `suppress` and `expire`: never.
 */
export type Verdict =
  | { outcome: "pass"; inputs?: Inputs }
  | { outcome: "exempt"; inputs?: Inputs }
  | { outcome: "hold"; until: string; bundle: string | null; inputs?: Inputs }
  | { outcome: "suppress"; reason: string; inputs?: Inputs }
  | { outcome: "expire"; reason: string; inputs?: Inputs };

/** A rule that had something to say. */
export type Step = { rule: RuleName; outcome: Verdict["outcome"]; inputs: Inputs };

/**
 * What becomes of a notification on a channel, and why. `reason` is a key of `notifications.reasons`; of a hold it is
 * the rule's name, and a hold with a `bundle` goes out in one message with what waits under the same one.
 */
export type Decision = Readonly<{ trace: Step[]; reason: string }> &
  (
    | { outcome: "send" }
    | { outcome: "hold"; until: string; bundle: string | null }
    | { outcome: "suppress" }
    | { outcome: "expire" }
  );
