import { z } from "zod";

const text = z.strictObject({
  type: z.enum(["mrkdwn", "plain_text"]),
  text: z.string().min(1).max(3_000),
  verbatim: z.boolean().optional(),
});
const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("section"), text }),
  z.strictObject({ type: z.literal("context"), elements: z.array(text).min(1).max(10) }),
]);
const payload = z.strictObject({
  text: z.string().max(40_000),
  blocks: z.array(block).max(50).optional(),
});

/** Texts in which a letter stands that Slack reads as its own, outside of a link or an entity. */
const isRaw = (written: string): boolean =>
  /[<>]|&(?!amp;|lt;|gt;)/.test(written.replace(/<https?:\/\/[^<>|\s]+\|[^<>|]+>/g, ""));

/** The word with which Slack refuses a body; null for one that it takes. */
export function problemOf(type: string, body: string): string | null {
  if (!type.startsWith("application/json")) return "invalid_payload";
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return "invalid_payload";
  }
  const shaped = z.looseObject({ text: z.string().min(1) }).safeParse(read);
  if (!shaped.success) return typeof read === "object" && read !== null ? "no_text" : "invalid_payload";
  const judged = payload.safeParse(read);
  if (!judged.success) return "invalid_blocks";
  return textsOf(judged.data).some(isRaw) ? "invalid_payload" : null;
}

const textsOf = ({ text: first, blocks = [] }: z.infer<typeof payload>): string[] => [
  first,
  ...blocks.flatMap((one) =>
    one.type === "section" ? [one.text.text] : one.elements.map((each) => each.text),
  ),
];

/** What people would read: links by their words, and letters as they are. */
const read = (written: string): string =>
  written
    .replace(/<https?:\/\/[^<>|\s]+\|([^<>|]+)>/g, "$1")
    .replaceAll("*", "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** A message as it stands in the channel. */
export function textOf(message: unknown): { title: string; text: string } {
  const judged = payload.parse(message);
  const [title = "", ...rest] = textsOf(judged).map(read);
  return { title, text: rest.join("\n") };
}
