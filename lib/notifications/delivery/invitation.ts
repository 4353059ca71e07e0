import type { Translator } from "@/lib/i18n/translator";
import type { Calendar, MessageItem } from "@/lib/notifications/channels/channel";
import { readAddress } from "@/lib/notifications/channels/email/address";
import type { Sender } from "@/lib/notifications/channels/email/sender";
import { calendarText } from "@/lib/notifications/invitations/calendar-text";
import type { AnswerLink } from "@/lib/notifications/invitations/link";
import type { Locale } from "@/lib/vocabulary/locales";
import { calendarOf, instantOf, textOf } from "../kinds";
import type { NoticeRow } from "./answers";
import type { Group } from "./group";

export type InvitationParts = Readonly<{
  /** Who invites, the same for all mails: programs show the name of one invitation on every mail of its address. */
  organizer: Sender | null;
  /** Where the person answers; null where nothing can be signed. */
  answerUrls: (link: AnswerLink) => Calendar["answers"];
}>;

/** How the mail tells a notification, in the language of its reader. */
type Told = Readonly<{ locale: Locale; t: Translator; itemOf: (row: NoticeRow) => MessageItem }>;

/**
 * The invitation of a mail that is about one meeting and nothing else; null for any other: a calendar takes one at a time,
 * and a program that found one in a digest would show the digest as that meeting. All of it is what the notification
 * said and when its message was first tried, so that another attempt is the same text. Without links to answer by there
 * is none either.
 */
export function invitationOf(group: Group, told: Told, parts: InvitationParts): Calendar | null {
  const { person } = group.recipient;
  const [{ delivery }] = group.items;
  const isOne = new Set(group.items.map(({ row }) => row.params.meeting_id)).size === 1;
  const meetings = group.items.flatMap(({ row }) => meetingOf(row) ?? []);
  const [meeting] = meetings.sort((one, other) => other.sequence - one.sequence);
  const place = person.destinations.find(({ id }) => id === delivery.destination_id);
  const address = place ? readAddress(place.address) : null;
  if (!meeting || !isOne || address === null || parts.organizer === null) return null;

  const { row, id: meetingId, sequence, method, name, ...hours } = meeting;
  const answers = parts.answerUrls({ meetingId, userId: person.user_id, sequence, locale: told.locale });
  if (answers === null) return null;
  const isCanceled = method === "CANCEL";
  const { title, text: line, url } = told.itemOf(row);
  // The links are in the mail alone: a description is shown to whoever a calendar is shared with, and goes back in replies.
  const description = isCanceled ? `${title}\n${line}` : told.t("mail.answer.elsewhere");
  const text = calendarText({
    method,
    uid: meetingId,
    sequence,
    sentAt: delivery.carried_at,
    ...hours,
    summary: told.t("notifications.invitation.summary", { name }),
    description,
    url,
    organizer: parts.organizer,
    attendee: { name: person.name, address },
  });
  return { method, text, answers: isCanceled ? null : answers };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The meeting of a notification that changes calendars; null for others, and where its facts are not whole. */
function meetingOf(row: NoticeRow) {
  const { params } = row;
  const { meeting_id: id, sequence } = params;
  const [method, name] = [calendarOf(params), textOf(params.lead_name)];
  const [startsAt, endsAt] = [instantOf(params.starts_at), instantOf(params.ends_at)];
  if (!method || !name || !startsAt || !endsAt || typeof id !== "string" || !uuid.test(id)) return null;
  if (typeof sequence !== "number" || !Number.isInteger(sequence) || sequence < 0) return null;
  return { row, id, sequence, method, name, startsAt, endsAt };
}
