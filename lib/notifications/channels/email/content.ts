import type { MessageItem, OutgoingMessage } from "../channel";
import { shortened } from "./written-text";

/** Items of a bundle that a mail shows. Gmail cuts a mail at about 102 kB; the rest is a link. */
export const mostItems = 20;
const longestTitle = 200;
const longestText = 600;

/** What a mail says: `items` are those that it shows, `more` how many it does not. */
export type MailContent = Readonly<{ message: OutgoingMessage; items: readonly MessageItem[]; more: number }>;

/** The first items of a message, at most `most`, none longer than a mail shows it. */
export function contentOf(message: OutgoingMessage, most = mostItems): MailContent {
  const items = message.items.slice(0, most).map((item) => ({
    ...item,
    title: shortened(item.title, longestTitle),
    text: shortened(item.text, longestText),
  }));
  return { message, items, more: message.items.length - items.length };
}
