import { paths } from "@/lib/paths";
import type { MeetingAnswer } from "@/lib/vocabulary/meeting-answers";
import { isLocale, type Locale } from "@/lib/vocabulary/locales";
import { bytesOfUuid, openToken, signToken, uuidBytes, uuidOfBytes } from "../signed-token";

/** Which invitation a link answers, for whom, and the language of its page. */
export type AnswerLink = Readonly<{ meetingId: string; userId: string; sequence: number; locale: Locale }>;

const version = 1;
const purpose = `ovenai meeting answer ${version}`;
const sequenceAt = 1 + 2 * uuidBytes;
const localeAt = sequenceAt + 4;

/**
 * The token of a link: version, meeting, person, sequence and language, then their signature. It has no date of its own:
 * the meeting's end, as it stands when the link is followed, is when it can answer no more.
 */
export function signAnswerLink({ meetingId, userId, sequence, locale }: AnswerLink, secret: string): string {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(sequence);
  const parts = [
    Buffer.from([version]),
    bytesOfUuid(meetingId),
    bytesOfUuid(userId),
    counted,
    Buffer.from(locale),
  ];
  return signToken(purpose, Buffer.concat(parts), secret);
}

/** What a token stands for; null where none of the secrets signed it. */
export function readAnswerLink(token: string, secrets: readonly string[]): AnswerLink | null {
  const content = openToken(purpose, token, secrets);
  if (content?.[0] !== version || content.length < localeAt) return null;
  const locale = content.subarray(localeAt).toString();
  if (!isLocale(locale)) return null;
  return {
    meetingId: uuidOfBytes(content.subarray(1, 1 + uuidBytes)),
    userId: uuidOfBytes(content.subarray(1 + uuidBytes, sequenceAt)),
    sequence: content.readUInt32BE(sequenceAt),
    locale,
  };
}

/** The addresses that go into an invitation, each of which asks for one answer; null where no secret is configured. */
export function answerUrls(link: AnswerLink, siteUrl: string, secrets: readonly string[]) {
  const [secret] = secrets;
  if (secret === undefined) return null;
  const token = signAnswerLink(link, secret);
  const url = (answer: MeetingAnswer) => new URL(paths.api.meetingAnswer(token, answer), siteUrl).href;
  return { accept: url("accepted"), decline: url("declined") };
}
