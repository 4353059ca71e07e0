import { pauseFor } from "@/lib/notifications/schedule/pause-for";
import { tomorrowAt } from "@/lib/notifications/schedule/pause";
import type { Standing } from "@/lib/notifications/subscription";

/** What is offered of a lead or a project. Both that end by themselves are named by their end. */
export const followChoices = ["normal", "followed", "hour", "tomorrow", "muted"] as const;
export type FollowChoice = (typeof followChoices)[number];

const hourMs = 3_600_000;
const morning = "09:00";

/** What a choice asks for at `now`, the server's time in milliseconds; `timeZone`: that of the person's schedule. */
export function standingFor(choice: FollowChoice, now: number, timeZone: string): Standing {
  const mutedUntil = (until: string | null): Standing => ({ state: "muted", until });
  const standings: Record<FollowChoice, () => Standing> = {
    normal: () => null,
    followed: () => ({ state: "followed", until: null }),
    hour: () => mutedUntil(pauseFor(hourMs, now)),
    tomorrow: () => mutedUntil(tomorrowAt(morning, timeZone, new Date(now).toISOString())),
    muted: () => mutedUntil(null),
  };
  return standings[choice]();
}

/** The choice that a standing is; "until" where it is muted until a moment, which came of either choice. */
export function choiceOf(standing: Standing): FollowChoice | "until" {
  if (standing === null) return "normal";
  return standing.until === null ? standing.state : "until";
}

/** What is left of a standing at `now`: one whose end has come is none. */
export const stillOf = (standing: Standing, now: number): Standing =>
  standing?.until && Date.parse(standing.until) <= now ? null : standing;
