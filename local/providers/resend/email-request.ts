import { z } from "zod";
import { type Answer, problem } from "./state";

const text = z.string().min(1);

const fields = z.object({
  from: text,
  to: z.union([text, z.array(text).min(1).max(50)]).transform((to) => [to].flat()),
  subject: z.string(),
  html: z.string().optional(),
  text: z.string().optional(),
  cc: z.unknown().optional(),
  bcc: z.unknown().optional(),
  reply_to: z.unknown().optional(),
  scheduled_at: z.string().optional(),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[^\r\n]*$/)).optional(),
  tags: z
    .array(z.object({ name: z.string().regex(/^[\w-]+$/), value: z.string().regex(/^[\w-]+$/) }))
    .optional(),
  attachments: z
    .array(z.object({ filename: text, content: z.base64(), content_type: z.string().optional() }))
    .optional(),
});

export type EmailRequest = z.infer<typeof fields>;

const address = z.email();
const largest = 40 * 1024 * 1024;

/** `Name <address>`, the name a quoted string where it has more than words, or an address alone. */
function addressIn(written: string): string | null {
  const inner = /^(?:"(?:[^"\\]|\\.)*"|[^"<>,]*)\s*<([^<>]+)>$/.exec(written)?.[1] ?? written;
  return address.safeParse(inner).success ? inner : null;
}

export type Judged =
  Readonly<{ request: EmailRequest; unknown: readonly string[] }> | Readonly<{ refused: Answer }>;

/** Judges a request as the service does: what is missing first, then its form, then whether the domain is verified. */
export function judgeEmail(body: unknown, verifiedDomains: readonly string[]): Judged {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return { refused: problem(422, "validation_error", "The request body must be an object.") };
  const missing = ["from", "to", "subject"].find((name) => !Object.hasOwn(body, name));
  if (missing) return { refused: problem(422, "missing_required_field", `Missing \`${missing}\` field.`) };
  const read = fields.safeParse(body);
  if (!read.success) {
    const [field] = read.error.issues[0]?.path ?? [];
    const name = field === "attachments" ? "invalid_attachment" : "validation_error";
    return { refused: problem(422, name, `Invalid \`${String(field)}\` field.`) };
  }
  return judgeFields(
    read.data,
    Object.keys(body).filter((name) => !Object.hasOwn(fields.shape, name)),
    verifiedDomains,
  );
}

function judgeFields(request: EmailRequest, unknown: string[], verifiedDomains: readonly string[]): Judged {
  const from = addressIn(request.from);
  if (from === null) return { refused: problem(422, "invalid_from_address", "Invalid `from` field.") };
  if (request.to.some((to) => addressIn(to) === null))
    return { refused: problem(422, "validation_error", "Invalid `to` field.") };
  if (request.html === undefined && request.text === undefined)
    return { refused: problem(422, "missing_required_field", "Missing `html` or `text` field.") };
  if (Buffer.byteLength(JSON.stringify(request)) > largest)
    return { refused: problem(413, "validation_error", "The mail is larger than 40 MB.") };
  const domain = from.slice(from.lastIndexOf("@") + 1);
  if (!verifiedDomains.includes(domain))
    return { refused: problem(403, "validation_error", `The ${domain} domain is not verified.`) };
  return { request, unknown };
}
