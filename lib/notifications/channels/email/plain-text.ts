import type { MessageItem } from "../channel";
import type { MailContent } from "./content";
import { withIsolatedPhones } from "./written-text";
import type { Words } from "./words";

/** The mail for those who read no HTML: all of its content, and each address on a line of its own. */
export function plainText({ message, items, more }: MailContent, inboxUrl: string, words: Words): string {
  const isBundle = message.items.length > 1;
  const head = [...(isBundle ? [message.subject] : []), ...(message.intro ? [message.intro] : [])];
  const rest = more > 0 ? [`${words("mail.more", { count: more })}:\n${inboxUrl}`] : [];
  const foot = [`${message.why.text}\n${message.why.url}`];
  const stop = message.unsubscribe ? [`${message.unsubscribe.label}:\n${message.unsubscribe.url}`] : [];
  const answers = message.calendar?.answers;
  const asked = answers
    ? [
        `${words("mail.answer.accept")}:\n${answers.accept}`,
        `${words("mail.answer.decline")}:\n${answers.decline}`,
        words("mail.answer.note"),
      ]
    : [];
  const told = [...head, ...items.map((item) => itemText(item, words)), ...asked, ...rest];
  return `${[...told.map(written), "-- ", ...[...foot, ...stop].map(written)].join("\n\n")}\n`;
}

function itemText(item: MessageItem, words: Words): string {
  const heat = item.heat && words(`heat.${item.heat}`);
  const about = [heat, item.project, item.actor, item.at].filter(Boolean).join(" · ");
  return [item.title, item.text, about, item.url].filter((line) => line !== "").join("\n");
}

const written = (text: string): string =>
  text
    .split("\n")
    .map((line) => (/^https?:\/\//.test(line) ? line : withIsolatedPhones(line)))
    .join("\n");
