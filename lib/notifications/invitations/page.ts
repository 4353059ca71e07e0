import { paths } from "@/lib/paths";
import type { Locale } from "@/lib/vocabulary/locales";
import { meetingAnswers, type MeetingAnswer } from "@/lib/vocabulary/meeting-answers";
import { type LinkPage, linkPage } from "../link-page";
import type { FollowedAnswer } from "./service";
import type { InvitedMeeting } from "./store";

type Words = (key: string, values?: Record<string, string>) => string;

/** `wished`: the answer that the link asks for. `given`: the one that was posted. */
export type Asked = Readonly<{ wished: MeetingAnswer | null; given: MeetingAnswer | null }>;

/**
 * The page of an invitation's link, in one language. `addressNow`: where the meeting is answered as it stands
 * now, where that is not the page's own address.
 */
export function answerPage(
  followed: FollowedAnswer,
  locale: Locale,
  t: Words,
  asked: Asked,
  addressNow: string | null,
): string {
  const said = (key: string, values: Record<string, string> = {}) => t(`mail.answer.${key}`, values);
  const { meeting } = followed;
  const shell = { locale, title: `${said("pageTitle")} · ${t("common.product")}` };
  if (meeting === null) {
    const isUnknown = followed.state === "unknown";
    const key = isUnknown ? "unknown" : "failed";
    return linkPage({
      ...shell,
      heading: said(key),
      isNews: true,
      lines: [said(`${key}Text`)],
      buttons: isUnknown ? [] : offered(said, null, asked),
      way: { label: t("mail.open"), url: paths.home() },
    });
  }
  const name = t("notifications.invitation.summary", { name: meeting.lead_name });
  return linkPage({
    ...shell,
    ...screenOf(meeting, said, asked, [name, followed.at]),
    ...(addressNow !== null && { address: addressNow }),
    way: { label: t("mail.open"), url: paths.lead(meeting.lead_id) },
  });
}

type Said = (key: string, values?: Record<string, string>) => string;
type Screen = Pick<LinkPage, "heading" | "isNews" | "lines" | "buttons">;

function screenOf(
  { state, answer }: InvitedMeeting,
  said: Said,
  asked: Asked,
  [name, at]: readonly [name: string, at: string],
): Screen {
  if (state === "canceled" || state === "over")
    return { heading: said(state), isNews: true, lines: [name, said(`${state}Text`, { at })], buttons: [] };
  const buttons = offered(said, answer, asked);
  const known = answer === null ? [] : [said("changeable")];
  if (state === "moved") {
    const lines = [name, said("movedText", { at }), ...(answer === null ? [] : [said(answer)])];
    return { heading: said("moved"), isNews: true, lines, buttons };
  }
  const heading = said(answer ?? "question");
  return { heading, isNews: answer !== null, lines: [name, at, ...known], buttons };
}

/** The answers that are not given yet, the one that the link asks for first in the eye. */
const offered = (said: Said, answer: MeetingAnswer | null, { wished, given }: Asked): Screen["buttons"] =>
  meetingAnswers
    .filter((each) => each !== answer)
    .map((each) => ({
      label: said(each === "accepted" ? "accept" : "decline"),
      act: each,
      quiet: answer === null ? each !== (given ?? wished ?? "accepted") : given !== null || each !== wished,
    }));
