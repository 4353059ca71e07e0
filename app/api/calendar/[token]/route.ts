import { translatorOf } from "@/lib/i18n/translator";
import { feedText } from "@/lib/notifications/calendar-address/feed-text";
import { followAddress, shownMeetings } from "@/lib/notifications/calendar-address/service";

type Context = { params: Promise<{ token: string }> };

const statusOf = { unknown: 404, busy: 429, failed: 503 } as const;

/** A person's meetings for a calendar program, which is not signed in: the address is the secret (RFC 5545, text/calendar). */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const followed = await followAddress((await params).token);
  if (followed.state !== "found")
    return new Response(null, { status: statusOf[followed.state], headers: { "cache-control": "no-store" } });
  const t = await translatorOf(followed.locale);
  const meetings = shownMeetings(followed.meetings, t);
  return new Response(feedText(t("notifications.calendar.name"), meetings, new Date().toISOString()), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="meetings.ics"',
      "cache-control": "private, max-age=300",
    },
  });
}
