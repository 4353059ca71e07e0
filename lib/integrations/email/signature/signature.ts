import { isSignatureVariable, type SignatureVariable } from "@/lib/vocabulary/signature-variables";
import { textDirection } from "@/lib/vocabulary/text-direction";
import { cleanHtml, signatureTags } from "./clean-html";
import { plainSignature } from "./plain-signature";

export type SignatureValues = Readonly<Record<SignatureVariable, string>>;

/** A signature as a mail has it: HTML, the same as text, and the direction of its first letter. */
export type Signature = Readonly<{ html: string; text: string; direction: "ltr" | "rtl" }>;

const tag = new RegExp(`</?(?:${signatureTags.join("|")})(?:\\s[^<>]*)?/?>`, "i");

/** Whether it is written in HTML. `Dana <dana@example.com>` is not. */
export const isHtmlSignature = (source: string): boolean => tag.test(source);

/** As it is stored: HTML without what may not be in it, any other text as it was typed. */
export const storedSignature = (source: string): string =>
  isHtmlSignature(source) ? cleanHtml(source, "stored") : source;

/**
 * Writes a signature. What is filled in is text and stays text; what the whole amounts to is judged after that, so that
 * neither a stored text that came another way nor a name can bring anything in. Throws nothing.
 */
export function writeSignature(
  source: string,
  values: SignatureValues,
  purpose: "sent" | "shown" = "sent",
): Signature {
  const html = isHtmlSignature(source) ? source : htmlOf(source);
  const clean = cleanHtml(filled(html, values), purpose).trim();
  const text = plainSignature(clean);
  return { html: clean, text, direction: textDirection(text) ?? "ltr" };
}

/** In an address a value is encoded, elsewhere it is written as HTML writes text. A word that is not known is left out. */
const filled = (html: string, values: SignatureValues): string =>
  html.replace(/\{\{ *(\w+) *\}\}/g, (_whole, word: string, at: number) => {
    const value = isSignatureVariable(word) ? values[word].replace(/[\s\p{Cc}]+/gu, " ").trim() : "";
    const isInTag = html.lastIndexOf("<", at) > html.lastIndexOf(">", at);
    return isInTag ? encodeURIComponent(value.toWellFormed()).replaceAll("%40", "@") : escaped(value);
  });

/** Text as HTML, with its lines. */
export const htmlOf = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** What of a signature no mail would have: names of its tags, and whether images are pasted into it (`data:`). */
export function leftOutOf(source: string): Readonly<{ tags: readonly string[]; pastedImages: boolean }> {
  if (!isHtmlSignature(source)) return { tags: [], pastedImages: false };
  const used = [...source.matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, name = ""]) => name.toLowerCase());
  return {
    tags: [...new Set(used)].filter((name) => !signatureTags.includes(name)).slice(0, 5),
    pastedImages: /<img[^>]*\ssrc\s*=\s*["']?\s*data:/i.test(source),
  };
}
