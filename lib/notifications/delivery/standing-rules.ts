import type { Situation } from "./situation";
import type { Verdict } from "./verdict";

/** Whether it can and may reach the person at all, whatever they wish. `now` is an instant in ISO 8601. */

const pass: Verdict = { outcome: "pass" };

export const platform = ({ configured }: Situation): Verdict =>
  configured ? pass : { outcome: "suppress", reason: "notConfigured" };

/** Whoever has left the project is told nothing more of it. */
export const access = ({ mayRead }: Situation): Verdict =>
  mayRead ? pass : { outcome: "suppress", reason: "noAccess" };

export const destination = ({ place }: Situation): Verdict => {
  if (!place) return { outcome: "suppress", reason: "noDestination" };
  if (place.disabled !== null) return { outcome: "suppress", reason: place.disabled };
  return place.verified ? pass : { outcome: "suppress", reason: "unverified" };
};

export const expiry = ({ notice: { expiresAt } }: Situation, now: string): Verdict =>
  expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now)
    ? { outcome: "expire", reason: "expired", inputs: { expiresAt } }
    : pass;

/** What the person knows already, or what a later notification says anew, need not follow them. */
export const read = ({ notice }: Situation): Verdict => {
  if (notice.collapsedAt !== null) return { outcome: "suppress", reason: "collapsed" };
  if (notice.dealtWithAt === null || notice.mandatory) return pass;
  return { outcome: "suppress", reason: "read", inputs: { at: notice.dealtWithAt } };
};

export const mandatory = ({ notice }: Situation): Verdict =>
  notice.mandatory ? { outcome: "exempt" } : pass;

/** Free text within 24 hours of the person's last message, an approved template otherwise: never a refusal. */
export const window = ({ channel, place }: Situation, now: string): Verdict => {
  if (channel !== "whatsapp") return pass;
  const open = Date.parse(place?.windowUntil ?? "") > Date.parse(now);
  return { outcome: "pass", inputs: { open } };
};
