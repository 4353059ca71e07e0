import type { OutgoingMessage } from "../channel";
import { cutAtWord } from "../cut";
import { hiddenWords } from "../hidden-words";
import type { Template } from "./config";

const mostOfText = 4_096;
/** All parameters of a body together with its own words have 1,024 characters; the words have up to 200. */
const mostOfSubject = 200;
const mostOfTold = 400;

const atMost = (length: number) => (text: string) => text.length <= length;
const line = (text: string) => text.toWellFormed().replace(/\s+/g, " ").trim();

/** The lines of a message under its subject, without its address. */
function toldOf({ hidden, locale, subject, intro, items }: OutgoingMessage): string[] {
  if (hidden) return [hiddenWords[locale]];
  const [first, ...others] = items;
  const told =
    others.length > 0
      ? [intro, ...items.map(({ title }) => title)]
      : [first.title === subject ? null : first.title, first.text];
  return told.map((text) => line(text ?? "")).filter((text) => text !== "");
}

/** Free text, which a person may be sent for 24 hours after their own last message. */
export function textOf(message: OutgoingMessage) {
  const [{ url }] = message.items;
  const subject = message.hidden ? [] : [line(message.subject)];
  const beginning = [...subject, ...toldOf(message)].join("\n");
  const body = `${cutAtWord(beginning, atMost(mostOfText - url.length - 1))}\n${url}`;
  return { type: "text", text: { body, preview_url: false } } as const;
}

/**
 * The approved template, which may be sent at any time. Its body has three parameters in this order: what it is about,
 * what happened, and the address. WhatsApp refuses parameters that are empty or have more than one line.
 */
export function templateOf(message: OutgoingMessage, { name, language }: Template) {
  const [{ url }] = message.items;
  const subject = message.hidden ? "OvenAI" : cutAtWord(line(message.subject), atMost(mostOfSubject));
  const told = cutAtWord(toldOf(message).join(" · "), atMost(mostOfTold)) || subject;
  const parameters = [subject, told, url].map((text) => ({ type: "text", text }) as const);
  const template = {
    name,
    language: { code: language },
    components: [{ type: "body", parameters }],
  } as const;
  return { type: "template", template } as const;
}
