import { calendarFile, escaped, titleLine, utc } from "../invitations/calendar-lines";

/** A meeting as a calendar shows it. Instants are ISO 8601 with `Z`; `url` is absolute. */
export type FeedMeeting = Readonly<{
  id: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  isCanceled: boolean;
  summary: string;
  description: string;
  url: string;
}>;

/**
 * A calendar (RFC 5545) for programs that read it again and again; it asks nobody for an answer. `name` is what they show it
 * under (RFC 7986, and the name that older programs know). `at`: when it was read, ISO 8601.
 */
export const feedText = (name: string, meetings: readonly FeedMeeting[], at: string): string =>
  calendarFile([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//OvenAI//Meetings//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${titleLine(name)}`,
    `X-WR-CALNAME:${titleLine(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...meetings.flatMap((meeting) => eventOf(meeting, at)),
    "END:VCALENDAR",
  ]);

const eventOf = (meeting: FeedMeeting, at: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${escaped(meeting.id)}`,
  `SEQUENCE:${meeting.sequence}`,
  `DTSTAMP:${utc(at)}`,
  `DTSTART:${utc(meeting.startsAt)}`,
  `DTEND:${utc(meeting.endsAt)}`,
  `STATUS:${meeting.isCanceled ? "CANCELLED" : "CONFIRMED"}`,
  `SUMMARY:${titleLine(meeting.summary)}`,
  `DESCRIPTION:${escaped(meeting.description)}`,
  `URL:${meeting.url}`,
  "END:VEVENT",
];
