import type { Decision, Step, Verdict } from "../verdict";

/** What decides whether the app of a project is told something. Instants are ISO 8601. */
export type PostSituation = Readonly<{
  category: string;
  expiresAt: string | null;
  /** The categories that the project's admins chose for the app. */
  chosen: readonly string[];
  /** Whether who connected it is still an admin of the project. */
  stands: boolean;
}>;

/** Its admins asked for it, to see the app at work: no choice holds it back. */
const askedFor = "test";

/**
 * Decides what becomes of one thing that the app of a project is to be told. An app speaks to a whole project, so no person's
 * wishes are asked: it is told what its admins chose, when it happens. The trace has the rules of lib/notifications/delivery/decide.
 */
export function decidePost(
  { category, expiresAt, chosen, stands }: PostSituation,
  now: string,
): Exclude<Decision, { outcome: "hold" }> {
  const trace: Step[] = [];
  const say = (rule: Step["rule"], outcome: Verdict["outcome"], inputs: Step["inputs"] = {}) =>
    trace.push({ rule, outcome, inputs });
  if (!stands) {
    say("access", "suppress");
    return { outcome: "suppress", reason: "notSpokenFor", trace };
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now)) {
    say("expiry", "expire", { expiresAt });
    return { outcome: "expire", reason: "expired", trace };
  }
  if (category !== askedFor && !chosen.includes(category)) {
    say("switch", "suppress", { category });
    return { outcome: "suppress", reason: "notChosen", trace };
  }
  say("switch", "pass", { category });
  return { outcome: "send", reason: "wanted", trace };
}
