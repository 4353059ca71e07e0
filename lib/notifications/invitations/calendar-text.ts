import { displayName, type Sender } from "../channels/email/sender";
import { withoutDirectionMarks } from "../channels/email/written-text";

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
 * iCalendar (RFC 5545, 5546) of one meeting for one person, in UTC: no zone of ours or of theirs can be older than the
 * other. Written here, because few libraries fold by octets. An answer is asked for, as people expect of an invitation;
 * what their programs send to the organizer is read by nobody, so it must say where else one answers.
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
    `SUMMARY:${escaped(withoutDirectionMarks(summary).replace(/\s+/g, " ").trim())}`,
    `${isCanceled ? "COMMENT" : "DESCRIPTION"}:${escaped(description)}`,
    `URL:${url}`,
    `ORGANIZER${calendarUser(invitation.organizer)}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${isCanceled ? "FALSE" : "TRUE"}${calendarUser(invitation.attendee)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** To the second: what is not said is not compared. */
const utc = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** A value of a parameter has no way to say a straight quote: it becomes a single one. */
function calendarUser({ name, address }: Sender): string {
  const shown = displayName(name).replaceAll('"', "'");
  return `${shown === "" ? "" : `;CN="${shown}"`}:mailto:${address}`;
}

const mostOctets = 75;

/** Lines of at most 75 octets, never broken inside a letter: a reader may put them together before it reads letters. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > mostOctets) {
      text += "\r\n ";
      octets = 1;
    }
    text += letter;
    octets += size;
  }
  return text;
}
