import "server-only";
import { environment, siteUrl } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { preferences } from "@/lib/settings/preferences";
import { parse } from "@/lib/settings/resolve";
import { failureOf } from "@/lib/supabase/refusal";
import type { Locale } from "@/lib/vocabulary/locales";
import type { FeedMeeting } from "./feed-text";
import { readCalendarLink, signCalendarLink } from "./link";
import { readCalendar, type KeptAddress, type ReadCalendar } from "./store";

/** `unknown`: no address of ours, or one that has ended. `busy`, `failed`: to be read again later. */
export type FollowedAddress =
  | Readonly<{ state: "found"; locale: Locale; meetings: ReadCalendar["meetings"] }>
  | Readonly<{ state: "unknown" | "busy" | "failed" }>;

/** What the secret part of an address shows, in its person's language. Never throws. `read` is given in tests. */
export async function followAddress(
  token: string,
  read: typeof readCalendar = readCalendar,
): Promise<FollowedAddress> {
  const link = readCalendarLink(token, secrets());
  if (link === null) return { state: "unknown" };
  try {
    const found = await read(link);
    const { language } = parse(preferences, found.preferences ?? {}).interface_settings;
    return { state: "found", locale: language, meetings: found.meetings };
  } catch (error) {
    const code = failureOf(error)?.code;
    if (code === "not_found") return { state: "unknown" };
    if (code === "rate_limited") return { state: "busy" };
    log.error("a calendar could not be read", describeError(error));
    return { state: "failed" };
  }
}

type Words = (key: string, values?: Record<string, string>) => string;

/** How a calendar shows them. */
export const shownMeetings = (meetings: ReadCalendar["meetings"], t: Words): FeedMeeting[] =>
  meetings.map((meeting) => ({
    id: meeting.id,
    sequence: meeting.sequence,
    startsAt: meeting.starts_at,
    endsAt: meeting.ends_at,
    isCanceled: meeting.canceled,
    summary: t("notifications.invitation.summary", { name: meeting.lead_name }),
    description: meeting.project_name,
    url: siteUrl() + paths.lead(meeting.lead_id),
  }));

const secrets = (): readonly string[] => {
  const read = environment();
  return read.ok ? read.env.notificationSecrets : [];
};

/** Whether addresses can be made here: the app has to know its own, and to have what signs. */
export const makesAddresses = (): boolean => secrets().length > 0 && siteUrl() !== "";

/** The address as a person copies it; null where there is none. */
export function addressOf(kept: KeptAddress, userId: string): string | null {
  const [secret] = secrets();
  if (kept === null || secret === undefined || !makesAddresses()) return null;
  return siteUrl() + paths.api.calendar(signCalendarLink({ userId, version: kept.version }, secret));
}
