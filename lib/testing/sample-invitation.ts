import type { Calendar } from "@/lib/notifications/channels/channel";

const answers = (answer: string) =>
  `https://app.example.com/api/meeting-answers/AbCd-1234_xyz?answer=${answer}`;

/** A meeting of half an hour as iCalendar text: lines end with CRLF, times are UTC, its summary is Hebrew. */
export function invitation(method: "REQUEST" | "CANCEL"): Calendar {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//OvenAI//Meetings//EN",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    "UID:meeting-1@app.example.com",
    "DTSTAMP:20261129T120500Z",
    "DTSTART:20261201T083000Z",
    "DTEND:20261201T090000Z",
    `SEQUENCE:${method === "CANCEL" ? 2 : 1}`,
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "ORGANIZER;CN=OvenAI:mailto:meetings@app.example.com",
    "ATTENDEE;CN=Dana;RSVP=TRUE:mailto:dana@example.com",
    "SUMMARY:פגישה עם יוסי בר, בר בע\u05f4מ",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  const asked = { accept: answers("accepted"), decline: answers("declined") };
  return { method, text: `${lines.join("\r\n")}\r\n`, answers: method === "REQUEST" ? asked : null };
}
