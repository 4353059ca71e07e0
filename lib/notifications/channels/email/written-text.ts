const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** For headers: mail programs show such marks as blanks or boxes, or drop them. */
export const withoutDirectionMarks = (text: string): string => text.replace(directionMarks, "");

const longestSubject = 180;
const keptEnd = 60;

/**
 * A subject: one line, no marks of direction, quotes as they were typed, because people search for them. A long one
 * loses its middle: its last words name the lead, by which people and programs tell two threads apart.
 */
export function subjectOf(text: string): string {
  const line = withoutDirectionMarks(text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const letters = [...line];
  if (letters.length <= longestSubject) return line;
  const [start, end] = [letters.slice(0, longestSubject - keptEnd - 3), letters.slice(-keptEnd)];
  return `${start.join("").trimEnd()} … ${end.join("").trimStart()}`;
}

/** A text of at most `most` characters, cut at a word where there is one. */
export function shortened(text: string, most: number): string {
  const letters = [...text.trim()];
  if (letters.length <= most) return letters.join("");
  const cut = letters.slice(0, most - 1).join("");
  const words = cut.replace(/\s+\S*$/, "");
  return `${words.length > most / 2 ? words : cut}…`;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Digits with blanks, hyphens, dots and brackets, seven or more of them: a phone, or a date, which wants the same. */
const phone = /(?<![\w\u2066/])\+?\(?\d(?:[\s\u00a0().\u2010-\u2015-]{0,2}\d){6,}(?![\w\u2069/])/g;

/** Text with its phones isolated: after Arabic letters `+972-50-234-5678` would be shown turned round. */
export const withIsolatedPhones = (text: string): string =>
  rightToLeft.test(text) ? text.replace(phone, "\u2066$&\u2069") : text;
