import { heatSteps } from "@/lib/vocabulary/heat";
import type { Situation, Subscription } from "./situation";
import type { Verdict } from "./verdict";

/** What the person wants to hear of on this channel. */

const pass: Verdict = { outcome: "pass" };

/**
 * A category that is off tells nothing, but where the channel stands in for another on which nobody saw it: then what is
 * high or urgent goes on to the rule that lets it wait. What its person wants by no way is told on no channel.
 */
export const categorySwitch = ({ wishes, notice: { category, priority, unwanted } }: Situation): Verdict => {
  if (wishes.on)
    return unwanted === null ? pass : { outcome: "suppress", reason: unwanted, inputs: { category } };
  const minutes = wishes.escalationMinutes;
  if (minutes !== null && unwanted === null && (priority === "high" || priority === "urgent"))
    return { outcome: "pass", inputs: { category, unlessSeenInMinutes: minutes } };
  return { outcome: "suppress", reason: "switch", inputs: { category } };
};

/** What the person follows, a lead or a whole project, is told however cold it is; a lead's own state comes first. */
export const heat = (situation: Situation, now: string): Verdict => {
  const { notice, wishes } = situation;
  if (notice.heat === null || heatSteps(wishes.minimumHeat, notice.heat) >= 0) return pass;
  const inputs = { heat: notice.heat, minimumHeat: wishes.minimumHeat };
  const { lead, project } = standing(situation, now);
  if ((lead ?? project) === "followed") return { outcome: "pass", inputs: { ...inputs, followed: true } };
  return { outcome: "suppress", reason: "heat", inputs };
};

/** What is said of the lead beats what is said of its project. */
export const mute = (situation: Situation, now: string): Verdict => {
  const { lead, project } = standing(situation, now);
  const state = lead ?? project;
  if (state !== "muted") return pass;
  return { outcome: "suppress", reason: "muted", inputs: { of: lead ? "lead" : "project" } };
};

/** A pause of everything: what comes meanwhile waits for its end. */
export const pause = ({ wishes: { schedule } }: Situation, now: string): Verdict => {
  const until = schedule.pausedUntil;
  return Date.parse(until) > Date.parse(now)
    ? { outcome: "hold", until, bundle: "away", inputs: { until } }
    : pass;
};

function standing({ notice, subscriptions }: Situation, now: string) {
  const holds = ({ until }: Subscription) => until === null || Date.parse(until) > Date.parse(now);
  const stateOf = (leadId: string | null) =>
    subscriptions.find((each) => each.projectId === notice.projectId && each.leadId === leadId && holds(each))
      ?.state ?? null;
  return { lead: notice.leadId === null ? null : stateOf(notice.leadId), project: stateOf(null) };
}
