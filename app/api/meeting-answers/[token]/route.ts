import { environment } from "@/lib/env";
import { translatorOf } from "@/lib/i18n/translator";
import { signAnswerLink } from "@/lib/notifications/invitations/link";
import { answerPage } from "@/lib/notifications/invitations/page";
import { followAnswerLink, type FollowedAnswer } from "@/lib/notifications/invitations/service";
import { linkPageHeaders, postedAct } from "@/lib/notifications/link-page";
import { paths } from "@/lib/paths";
import { negotiateLocale } from "@/lib/vocabulary/locales";
import { isMeetingAnswer, type MeetingAnswer } from "@/lib/vocabulary/meeting-answers";

type Context = { params: Promise<{ token: string }> };

const statusOf = { unknown: 404, busy: 429, failed: 503 } as const;

/** Shows the meeting of an invitation, and buttons. It changes nothing: programs that look for viruses open every link. */
export const GET = (request: Request, context: Context) => answer(request, context, null);

/** Takes down what a button of the page says. The token is the proof: people answer signed in or not. */
export const POST = async (request: Request, context: Context) => {
  const act = await postedAct(request);
  return answer(request, context, isMeetingAnswer(act) ? act : null);
};

async function answer(request: Request, { params }: Context, given: MeetingAnswer | null): Promise<Response> {
  const [{ token }, read] = [await params, environment()];
  const secrets = read.ok ? read.env.notificationSecrets : [];
  const followed = await followAnswerLink(token, given, secrets);
  const locale = followed.link?.locale ?? negotiateLocale(request.headers.get("accept-language"));
  const asked = new URL(request.url).searchParams.get("answer");
  const wished = isMeetingAnswer(asked) ? asked : null;
  const words = await translatorOf(locale);
  return new Response(answerPage(followed, locale, words, { wished, given }, addressNow(followed, secrets)), {
    status: followed.state !== "found" ? statusOf[followed.state] : wasTaken(followed, given) ? 200 : 409,
    headers: linkPageHeaders,
  });
}

const wasTaken = ({ meeting }: FollowedAnswer, given: MeetingAnswer | null) =>
  given === null || meeting?.state === "open";

/** Whoever holds an older invitation may answer the meeting as it stands, by the buttons of the page that shows it. */
function addressNow({ state, link, meeting }: FollowedAnswer, [secret]: readonly string[]): string | null {
  if (state !== "found" || meeting.state !== "moved" || secret === undefined) return null;
  return paths.api.meetingAnswer(signAnswerLink({ ...link, sequence: meeting.sequence }, secret));
}
