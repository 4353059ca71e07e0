import { z } from "zod";
import { type GraphError, magicNumbers, type StoredTemplate } from "./app";

const parameter = z.strictObject({
  type: z.literal("text"),
  parameter_name: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional(),
  // One line, as Meta asks: neither line breaks nor tabs nor five blanks in a row.
  text: z
    .string()
    .min(1)
    .regex(/^(?![\s\S]*( {5}|[\n\t]))[\s\S]*$/),
});

const common = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual").optional(),
  to: z
    .string()
    .regex(/^\+?[1-9]\d{6,14}$/)
    .optional(),
  /** Meta's own name of somebody whose number it does not tell. */
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)
    .optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const text = z.strictObject({
  ...common,
  type: z.literal("text"),
  text: z.strictObject({ body: z.string().min(1).max(4_096), preview_url: z.boolean().optional() }),
});

const template = z.strictObject({
  ...common,
  type: z.literal("template"),
  template: z.strictObject({
    name: z.string(),
    language: z.strictObject({ code: z.string() }),
    components: z.array(z.strictObject({ type: z.literal("body"), parameters: z.array(parameter) })),
  }),
});

const message = z.discriminatedUnion("type", [text, template]);

export type GivenMessage = z.infer<typeof message>;

/** `isOpen`: whether the phone wrote to the number within 24 hours. `isStopped`: whether it wants nothing for marketing. */
export type Standing = Readonly<{
  isOpen(phone: string): boolean;
  isStopped(phone: string): boolean;
  templates: readonly StoredTemplate[];
}>;

/** `late`: what may be told afterwards instead, and of which message. */
export type Judged =
  { ok: true; message: GivenMessage } | { ok: false; error: GraphError; late?: GivenMessage };

const refused = (code: number, text: string, status = 400, late?: GivenMessage): Judged => ({
  ok: false,
  error: { status, code, message: `(#${code}) ${text}` },
  ...(late && { late }),
});

/** Whom a message is for: a number in digits, or Meta's own name of them. */
export const addressOf = ({ to, recipient = "" }: GivenMessage): string =>
  to?.replace(/^\+/, "") ?? recipient;

/** Judges the body of a message as the Cloud API does. Fields that it does not know are refused. */
export function judgeMessage(body: unknown, { isOpen, isStopped, templates }: Standing): Judged {
  const parsed = message.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".") ?? "";
    return refused(100, `Invalid parameter: ${path}`);
  }
  const given = parsed.data;
  if (given.to === undefined && given.recipient === undefined) return refused(100, "Invalid parameter: to");
  const number = addressOf(given);
  const magic = magicNumbers[number];
  if (magic) return { ok: false, error: magic };
  if (given.type === "text")
    return isOpen(number)
      ? { ok: true, message: given }
      : refused(131047, "Re-engagement message", 400, given);
  const { name, language, components } = given.template;
  const stored = templates.find((each) => each.name === name && each.language === language.code);
  if (!stored || stored.status === "PENDING") return refused(132001, "Template name does not exist", 404);
  if (stored.status === "PAUSED") return refused(132015, "Template is Paused");
  if (stored.category === "MARKETING" && isStopped(number))
    return refused(131050, "User has stopped marketing messages", 400, given);
  const values = components.flatMap(({ parameters }) => parameters);
  const count = values.length;
  if (values.some((each) => (each.parameter_name !== undefined) !== (stored.named ?? false)))
    return refused(132012, "Parameter format does not match");
  if (count !== stored.parameters) return refused(132000, "Number of parameters does not match");
  return { ok: true, message: given };
}

/** What a phone shows of a message: a template's text with its values, where the text is known. */
export function shownOf(given: GivenMessage, templates: readonly StoredTemplate[] = []): string {
  if (given.type === "text") return given.text.body;
  const { name, language, components } = given.template;
  const { body } = templates.find((each) => each.name === name && each.language === language.code) ?? {};
  if (body !== undefined) {
    const values = components.flatMap(({ parameters }) => parameters);
    const valueOf = (key: string) =>
      values.find(({ parameter_name: named }) => named === key) ?? values[Number(key) - 1];
    return body.replace(/\{\{(\w+)\}\}/g, (_, key: string) => valueOf(key)?.text ?? "");
  }
  return [...components.flatMap(({ parameters }) => parameters.map((each) => each.text)), `[${name}]`].join(
    "\n",
  );
}
