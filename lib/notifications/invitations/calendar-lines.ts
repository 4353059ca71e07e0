import { withoutDirectionMarks } from "../channels/email/written-text";

/** iCalendar (RFC 5545), line by line. Written here, because few libraries fold by octets. */

/** In UTC, to the second: no zone of ours or of theirs can be older than the other, and what is not said is not compared. */
export const utc = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** A title: names in it are as people typed them. */
export const titleLine = (text: string): string =>
  escaped(withoutDirectionMarks(text).replace(/\s+/g, " ").trim());

/** The file of these lines. */
export const calendarFile = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join("");

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
