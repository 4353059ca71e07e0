import { displayName, type Sender } from "../channels/email/sender";
import { calendarFile, escaped, titleLine, utc } from "./calendar-lines";

/** A meeting in one person's calendar. Instants are ISO 8601 with `Z`; names are as people typed them. */
export type Invitation = Readonly<{
  method: "REQUEST" | "CANCEL";
  /** The same for all that is ever said of the meeting. It is no secret. */
  uid: string;
  /** Rises when the time changes, and when the meeting is canceled or stands again: programs ask anew then. */
  sequence: number;
  /** Of two texts of one `sequence`, programs believe the later. */
  sentAt: string;
  startsAt: string;
  endsAt: string;
  summary: string;
  /** What is said of it. Of a cancellation it is a comment: programs show a description that changed as struck out. */
  description: string;
  /** What the meeting is about, absolute. */
  url: string;
  organizer: Sender;
  attendee: Sender;
}>;

/**
 * iCalendar (RFC 5545, 5546) of one meeting for one person. An answer is asked for, as people expect of an invitation; what
 * their programs send to the organizer is read by nobody, so it must say where else one answers.
 */
export function calendarText(invitation: Invitation): string {
  const { method, uid, sequence, sentAt, startsAt, endsAt, summary, description, url } = invitation;
  const isCanceled = method === "CANCEL";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//OvenAI//Meetings//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(sentAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `STATUS:${isCanceled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${titleLine(summary)}`,
    `${isCanceled ? "COMMENT" : "DESCRIPTION"}:${escaped(description)}`,
    `URL:${url}`,
    `ORGANIZER${calendarUser(invitation.organizer)}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${isCanceled ? "FALSE" : "TRUE"}${calendarUser(invitation.attendee)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return calendarFile(lines);
}

/** A value of a parameter has no way to say a straight quote: it becomes a single one. */
function calendarUser({ name, address }: Sender): string {
  const shown = displayName(name).replaceAll('"', "'");
  return `${shown === "" ? "" : `;CN="${shown}"`}:mailto:${address}`;
}
