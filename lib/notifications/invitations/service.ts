import "server-only";
import { describeError, log } from "@/lib/log";
import { notifications } from "@/lib/settings/notifications";
import { preferences } from "@/lib/settings/preferences";
import { resolve } from "@/lib/settings/resolve";
import { failureOf } from "@/lib/supabase/refusal";
import { createFormats } from "@/lib/time/formats";
import { zoneOf } from "@/lib/time/zone-table";
import type { MeetingAnswer } from "@/lib/vocabulary/meeting-answers";
import { type AnswerLink, readAnswerLink } from "./link";
import { answerMeeting, type InvitedMeeting } from "./store";

/**
 * What became of following a link. `found`: the meeting as it stands, with the answer where it counted; `at`: its
 * beginning on the person's own clock, in the language of the link. `unknown` is no
 * link of ours, or a meeting that is no longer the person's; `busy` and `failed` changed nothing.
 */
export type FollowedAnswer = Readonly<
  | { state: "found"; link: AnswerLink; meeting: InvitedMeeting; at: string }
  | { state: "unknown" | "busy" | "failed"; link: AnswerLink | null; meeting: null }
>;

/** Follows the link of a token; without an answer it only looks. Never throws. `store` is given in tests. */
export async function followAnswerLink(
  token: string,
  answer: MeetingAnswer | null,
  secrets: readonly string[],
  store: typeof answerMeeting = answerMeeting,
): Promise<FollowedAnswer> {
  const link = readAnswerLink(token, secrets);
  if (link === null) return { state: "unknown", link, meeting: null };
  try {
    const meeting = await store(link, answer);
    return { state: "found", link, meeting, at: beginningOf(meeting, link) };
  } catch (error) {
    const code = failureOf(error)?.code;
    if (code === "not_found") return { state: "unknown", link, meeting: null };
    if (code === "rate_limited") return { state: "busy", link, meeting: null };
    log.error("an invitation could not be answered", describeError(error));
    return { state: "failed", link, meeting: null };
  }
}

function beginningOf(
  { starts_at: at, settings, preferences: own }: InvitedMeeting,
  { locale }: AnswerLink,
): string {
  const layer = (overrides: typeof own) =>
    [{ name: "user", overrides: overrides ?? {}, version: 0 }] as const;
  const { timezone } = resolve(notifications, layer(settings)).value.notification_schedule;
  const { data_preferences: formats } = resolve(preferences, layer(own)).value;
  return createFormats(locale, formats, zoneOf(timezone)).fullMoment(at);
}
