import { directionOf } from "@/lib/vocabulary/locales";
import type { OutgoingMessage } from "../channel";
import { cutToFit } from "../cut";
import { hiddenWords } from "../hidden-words";

/** What one encrypted record carries (RFC 8291, 4: services need not take more than 4,096 bytes of it). */
const mostBytes = 3_993;
/** Longer titles are cut by every system. */
const mostOfTitle = 180;

const fitsIn = (bytes: number) => (text: string) => Buffer.byteLength(text) <= bytes;

/**
 * The message in the form of Declarative Web Push (W3C Push API, "declarative push message"): Safari shows it by itself,
 * public/sw.js shows the same elsewhere. At most 3,993 bytes of UTF-8: the text is cut. Null where not even the
 * addresses fit. `tag` makes a system replace what it still shows under the same one.
 */
export function pushPayload(message: OutgoingMessage, tag: string | null): string | null {
  const [first, ...others] = message.items;
  const { locale, hidden, unsubscribe } = message;
  const title = cutToFit(line(hidden ? "OvenAI" : message.subject), (text) => text.length <= mostOfTitle);
  const notification = {
    title,
    lang: locale,
    dir: directionOf(locale),
    navigate: first.url,
    ...(tag !== null && { tag }),
    // On a lock screen the name of a category says what a message is about.
    ...(unsubscribe &&
      !hidden && {
        actions: [
          { action: "unsubscribe", title: line(unsubscribe.label).slice(0, 60), navigate: unsubscribe.url },
        ],
      }),
  };
  const body = hidden
    ? hiddenWords[locale]
    : [message.intro, ...(others.length > 0 ? message.items.map(({ title: each }) => each) : [first.text])]
        .filter((text) => text !== null && text.trim() !== "")
        .join("\n");
  const written = (text: string) =>
    JSON.stringify({ web_push: 8030, notification: { ...notification, body: text } });
  const fits = fitsIn(mostBytes);
  if (!fits(written(""))) return null;
  return written(cutToFit(body.toWellFormed(), (text) => fits(written(text))));
}

const line = (text: string): string => text.toWellFormed().replace(/\s+/g, " ").trim();
