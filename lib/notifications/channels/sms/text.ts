import { SegmentedMessage } from "sms-segments-calculator";
import type { Locale } from "@/lib/vocabulary/locales";
import type { OutgoingMessage } from "../channel";
import { cutAtWord } from "../cut";
import { hiddenWords } from "../hidden-words";

/** The most that one message may cost: three of 160 letters in Latin script, of 70 in Hebrew and Arabic. */
const mostSegments = 3;

/** Carriers of the United States and Canada ask for the word in every message that nobody asked for just now. */
const stopWords: Record<Locale, string> = {
  en: "Reply STOP to end",
  he: "להסרה השיבו STOP",
  ar: "للإلغاء أرسل STOP",
};

/** How many parts a text is sent, and paid for, in: GSM 03.38 where all letters have a place in it, else UCS-2. */
export const segmentsOf = (text: string): number => new SegmentedMessage(text).segmentsCount;

/**
 * The message as one SMS of at most three segments: what is told, cut at a word, then the address. Where the reader
 * hides content from lock screens only a general sentence and the address. `to`: E.164.
 */
export function smsText(message: OutgoingMessage, to: string): string {
  const { locale, hidden, subject, intro, items } = message;
  const [first, ...others] = items;
  const told =
    others.length > 0
      ? [subject, intro, ...items.map(({ title }) => title)]
      : [subject, first.title === subject ? null : first.title, first.text];
  const lines = hidden ? [hiddenWords[locale]] : told;
  const beginning = lines
    .map((line) => line?.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n")
    .slice(0, 1_000);
  const end = [first.url, ...(to.startsWith("+1") ? [stopWords[locale]] : [])].join("\n");
  const whole = (text: string) => (text === "" ? end : `${text}\n${end}`);
  // The one letter … would turn a whole text in Latin script into UCS-2, of which three segments hold half as much.
  const isLatin = new SegmentedMessage(whole(beginning)).encodingName === "GSM-7";
  const fits = (text: string) => segmentsOf(whole(text)) <= mostSegments;
  return whole(cutAtWord(beginning.toWellFormed(), fits, isLatin ? "..." : "…"));
}
