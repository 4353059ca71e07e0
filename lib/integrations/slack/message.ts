import type { AppMessage } from "@/lib/integrations/contract/app-message";

/** `verbatim`: Slack makes no links and no mentions of what only looks like one. */
type Text = Readonly<{ type: "mrkdwn"; text: string; verbatim: true }>;
export type Block =
  Readonly<{ type: "section"; text: Text }> | Readonly<{ type: "context"; elements: readonly Text[] }>;
export type SlackMessage = Readonly<{ text: string; blocks: readonly Block[] }>;

/** Slack takes fifty blocks and 3,000 characters in each. */
const mostItems = 20;
const mostLetters = 2_800;

/** Slack reads these three as its own, everywhere in a text: what a lead is called must not mention a whole channel. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const cut = (text: string): string =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;

/** An address in Slack's own form; the bar and the brackets would end it. */
const link = (url: string, words: string) =>
  `<${escaped(url).replace(/[|>]/g, encodeURIComponent)}|${words}>`;

/** A message as an incoming webhook takes it. `text` is what a notification of Slack itself shows. */
export function slackMessage({ subject, intro, items, why }: AppMessage): SlackMessage {
  const written = (text: string): Text => ({ type: "mrkdwn", text: cut(text), verbatim: true });
  const section = (text: string): Block => ({ type: "section", text: written(text) });
  const context = (text: string): Block => ({ type: "context", elements: [written(text)] });
  const told = items.slice(0, mostItems).flatMap(({ title, text, url, project, actor, at }) => {
    const around = [project, actor, at].flatMap((each) => (each ? [escaped(each)] : []));
    return [
      section(`*${link(url, escaped(title))}*\n${escaped(text)}`),
      ...(around.length > 0 ? [context(around.join(" · "))] : []),
    ];
  });
  return {
    text: cut(escaped(subject)),
    blocks: [
      ...(intro === null ? [] : [section(escaped(intro))]),
      ...told,
      ...(why.text === "" ? [] : [context(link(why.url, escaped(why.text)))]),
    ],
  };
}
