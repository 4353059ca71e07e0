import { heatOf, type Kind, type Params } from "@/lib/notifications/kinds/kind";
import { kinds, rulesOf } from "@/lib/notifications/kinds";
import type { NotificationSettings } from "@/lib/settings/notifications";
import { isoOf } from "@/lib/time/wall-time";
import { categories, priorities } from "@/lib/vocabulary/categories";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { heats, heatSteps, type Heat } from "@/lib/vocabulary/heat";
import type { KeptAway } from "@/lib/vocabulary/kept-away";
import { foresee, type Foreseen } from "./foresee";
import type { Notice } from "./situation";
import type { Step } from "./verdict";
import { wishesOf } from "./wishes";

/** Something that may happen at the instant `at` (ISO 8601). `heat`: of the lead; ignored where the kind has none. */
export type Happening = Readonly<{ kind: string; heat: Heat; at: string }>;

/** What a rule said. `until`: of one that let it wait; `reason`: of one that was against it, of `notifications.reasons`. */
export type ExplainedStep = Step & Readonly<{ until: string | null; reason: string | null }>;

/**
 * What would become of a happening on a channel, by the worker's own function. `soon`: it waits for a moment, so that the
 * person may read it in the app. `at`: when it would be sent; null: never. `steps`: in the order in which rules are asked.
 */
export type Explained = Readonly<{
  channel: OutgoingChannel;
  outcome: "atOnce" | "soon" | "waits" | "notSent";
  at: string | null;
  reason: string;
  steps: readonly ExplainedStep[];
}>;

/** The kinds that a person can ask about. */
export const askable: readonly string[] = [...kinds].flatMap(([name, { category }]) =>
  category === "test" || category === "digest" ? [] : [name],
);

/** The heats that the lead of a happening may have; none where no threshold holds the kind back. */
export function heatsOf(name: string): readonly Heat[] {
  if (!kinds.get(name)?.heat) return [];
  // A milestone is reaching the last heat.
  return name === "heat.milestone" ? heats.slice(-1) : heats;
}

/** The facts of a happening: those of the kind's sample, with its heat. */
export function paramsOf({ kind: name, heat }: Pick<Happening, "kind" | "heat">): Params {
  const kind = kinds.get(name);
  return { ...kind?.sample, kind: name, ...(kind?.heat && { [kind.heat]: heat }) };
}

/** The priority that a kind's row gets with these facts. */
export function priorityOf(kind: Kind, params: Params): Notice["priority"] {
  const { priority } = kind.stored;
  const [, fact, choices = ""] = /^\{(\w+), select, (.+)\}$/.exec(priority) ?? [];
  const chosen = new Map([...choices.matchAll(/(\w+) \{(\w+)\}/g)].map(([, value, word]) => [value, word]));
  const word = fact ? (chosen.get(String(params[fact])) ?? chosen.get("other")) : priority;
  return priorities.find((each) => each === word) ?? "normal";
}

/** The happening as the rules see it: nobody has seen it, and nothing followed. */
export function noticeOf(happening: Happening): Notice | null {
  const kind = kinds.get(happening.kind);
  if (!kind) return null;
  const params = paramsOf(happening);
  return {
    id: "",
    category: kind.category,
    priority: priorityOf(kind, params),
    heat: (kind.heat && heatOf(params[kind.heat])) || null,
    projectId: null,
    leadId: null,
    occurredAt: happening.at,
    expiresAt: expiryOf(kind, happening.at),
    seenAt: null,
    dealtWithAt: null,
    collapsedAt: null,
    unwanted: null,
    mandatory: false,
  };
}

/** A reminder is worth telling until the meeting of the sample begins; another fact is taken to be far away. */
function expiryOf({ lifetime, category, sample }: Kind, at: string): string | null {
  if (typeof lifetime === "number") return isoOf(Date.parse(at) + lifetime * 1_000);
  const minutes = category === "meetingReminders" ? Number(sample.minutes) : NaN;
  return Number.isFinite(minutes) ? isoOf(Date.parse(at) + minutes * 60_000) : null;
}

/**
 * What each channel of the kind would do with a happening under these settings. `reaches`: whether something of the
 * channel's reaches the person. Mutes, meetings, and how often the person was interrupted before, are not asked.
 */
export function explain(
  happening: Happening,
  settings: NotificationSettings,
  reaches: (channel: OutgoingChannel) => boolean,
): Explained[] {
  const notice = noticeOf(happening);
  if (!notice) return [];
  const { channels, mandatory } = rulesOf(paramsOf(happening));
  return channels.map((channel) => {
    const situation = {
      notice: { ...notice, mandatory: mandatory.includes(channel) },
      channel,
      configured: true,
      place: reaches(channel) ? { id: "", verified: true, disabled: null, windowUntil: null } : null,
      mayRead: true,
      wishes: wishesOf(settings, channel, notice.category),
      subscriptions: [],
      meetings: [],
      interruptions: [],
    };
    return { channel, ...told(foresee(situation, happening.at)) };
  });
}

function told(chain: readonly [Foreseen, ...Foreseen[]]): Omit<Explained, "channel"> {
  const last = chain.at(-1) ?? chain[0];
  const { outcome, reason } = last.decision;
  const steps = stepsOf(chain);
  if (outcome !== "send") return { outcome: "notSent", at: null, reason, steps };
  const holds = chain.slice(0, -1).map(({ decision }) => decision.reason);
  const waited = holds.some((hold) => hold !== "grace");
  return {
    outcome: holds.length === 0 ? "atOnce" : waited ? "waits" : "soon",
    at: last.at,
    reason: holds.findLast((hold) => hold !== "grace") ?? reason,
    steps,
  };
}

/** A rule that is asked again later and says what it said before is told once. */
function stepsOf(chain: readonly Foreseen[]): ExplainedStep[] {
  const all = chain.flatMap(({ decision }) =>
    decision.trace.map((step) => ({
      ...step,
      until: step.outcome === "hold" && decision.outcome === "hold" ? decision.until : null,
      reason: step.outcome === "pass" ? null : step.outcome === "exempt" ? "mandatory" : decision.reason,
    })),
  );
  return all.filter(
    (step, index) =>
      step.outcome !== "pass" ||
      !all.slice(0, index).some((before) => before.rule === step.rule && before.outcome === "pass"),
  );
}

/** Why the app would not tell it under these settings; null: it would, at once. Decided by private.tell() for real. */
export function keptAwayBy(happening: Happening, settings: NotificationSettings): KeptAway | null {
  const notice = noticeOf(happening);
  const { mandatory } = rulesOf(paramsOf(happening));
  const category = categories.find((each) => each === notice?.category);
  if (!notice || !category || mandatory.includes("inApp")) return null;
  const set = settings.in_app_notifications;
  if (!set[category]) return "switch";
  return notice.heat !== null && heatSteps(set.minimumHeat, notice.heat) < 0 ? "heat" : null;
}
