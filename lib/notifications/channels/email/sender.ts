import { readAddress } from "./address";
import { withoutDirectionMarks } from "./written-text";

/** A name and an address: never one text, in which a quote or a comma of the name would end it. */
export type Sender = Readonly<{ name: string; address: string }>;

/**
 * Reads `Name <address>`, or an address alone. The name may hold quotes and commas; quotes around all of it are no part
 * of it. Null where the address is none.
 */
export function readSender(text: string): Sender | null {
  const [, before = "", inner = text] = /^([^<>]*)<([^<>]*)>\s*$/.exec(text.trim()) ?? [];
  const address = readAddress(inner);
  if (address === null) return null;
  const given = before.trim();
  const name = /^"[^]*"$/.test(given) ? given.slice(1, -1).replace(/\\(.)/g, "$1") : given;
  return { name: displayName(name), address };
}

const hebrewQuote = /(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g;

/**
 * A name as mail programs show it: on one line, without marks of direction. A straight quote between Hebrew letters
 * becomes the Hebrew one (U+05F4): many programs cut a name at the first straight quote, however it is escaped.
 */
export const displayName = (name: string): string =>
  withoutDirectionMarks(name)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(hebrewQuote, "\u05f4")
    .trim();

/** For a service that takes one text: the name as a quoted string of RFC 5322. */
export const senderText = ({ name, address }: Sender): string =>
  name === "" ? address : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
