import { z } from "zod";
import { wishOf } from "@/lib/vocabulary/opt-out";
import { jsonOf } from "@/lib/provider-request";
import { ofAccount } from "./intake";

/** One thing that Meta told, as `public.work_in_whatsapp` takes it. */
export type Told = Readonly<Record<string, string | number | boolean | null>> &
  Readonly<{ what: "message" | "status" | "wish" | "rename" | "template" | "account" }>;

const digits = z.string().regex(/^[1-9]\d{6,14}$/);
const bsuid = z.string().min(1).max(160);
/** Until the year 5138: the database reads years of four figures. */
const seconds = z.union([z.string().regex(/^\d{1,11}$/), z.number().int().positive().max(99_999_999_999)]);
const words = z.object({ text: z.string().optional(), title: z.string().optional() }).optional();

/** What is sent beside words. Meta keeps it; its name there is figures, as those of numbers are. */
const media = z.object({
  id: z
    .string()
    .regex(/^\d{1,40}$/)
    .optional()
    .catch(undefined),
  mime_type: z.string().max(120).optional().catch(undefined),
  caption: z.string().optional(),
  filename: z.string().optional(),
});

const message = z.object({
  id: z.string().min(1).max(255),
  from: digits.optional().catch(undefined),
  from_user_id: bsuid.optional().catch(undefined),
  timestamp: seconds,
  type: z.string().regex(/^[a-z_]{1,40}$/),
  text: z.object({ body: z.string() }).optional(),
  button: words,
  interactive: z.object({ button_reply: words, list_reply: words }).optional().catch(undefined),
  image: media.optional(),
  video: media.optional(),
  document: media.optional(),
  audio: media.optional(),
  sticker: media.optional(),
  system: z
    .object({
      type: z.string(),
      wa_id: digits.optional().catch(undefined),
      user_id: bsuid.optional().catch(undefined),
      previous_user_id: bsuid.optional().catch(undefined),
    })
    .optional(),
});
type Message = z.infer<typeof message>;

const status = z.object({
  id: z.string().min(1).max(255),
  status: z.enum(["sent", "delivered", "read", "played", "failed"]),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number().int() })).optional(),
});

const preference = z.object({
  wa_id: digits.optional().catch(undefined),
  user_id: bsuid.optional().catch(undefined),
  value: z.enum(["stop", "resume"]),
  timestamp: seconds,
});

const template = z.object({
  event: z.string().min(1).max(40),
  message_template_name: z.string().max(512),
  message_template_language: z.string().max(20),
});

const piece = z.object({
  field: z.string(),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }).optional(),
    contacts: z.array(z.object({ user_id: bsuid.optional().catch(undefined) })).catch([]),
    messages: z.array(z.unknown()).catch([]),
    statuses: z.array(z.unknown()).catch([]),
    user_preferences: z.array(z.unknown()).catch([]),
    ...template.partial().shape,
  }),
});

const instant = (at: string | number) => new Date(Number(at) * 1_000).toISOString();

/**
 * What a piece of a delivery says. `account`: something of the account changed, which has to be looked at. Null: nothing
 * that changes what is known. `synced`: whether the connection's owner wants messages written down.
 */
export function toldOf(body: string, synced: boolean): Told | null {
  const read = piece.safeParse(jsonOf(body));
  if (!read.success) return null;
  const { field, value } = read.data;
  const number = value.metadata?.phone_number_id ?? "";
  if (field === "message_template_status_update") return templateTold(value);
  if (ofAccount.has(field)) return { what: "account" };
  const [one, report, wish] = [value.messages[0], value.statuses[0], value.user_preferences[0]];
  const text = message.safeParse(one);
  if (text.success) return messageTold(text.data, number, value.contacts[0]?.user_id, synced);
  const step = status.safeParse(report);
  if (step.success) {
    const { id, status: named, biz_opaque_callback_data: ours = null, errors } = step.data;
    return { what: "status", id: ours, wamid: id, status: named, code: errors?.[0]?.code ?? null };
  }
  const asked = preference.safeParse(wish);
  if (!asked.success) return null;
  const { wa_id: wa = null, user_id: person = null, value: wanted, timestamp } = asked.data;
  if (wa === null && person === null) return null;
  const word = wanted === "stop" ? "stop" : "start";
  return { what: "wish", number, wa_id: wa, bsuid: person, wish: word, at: instant(timestamp) };
}

function messageTold(
  { id, from, from_user_id: sender, timestamp, type, system, ...content }: Message,
  number: string,
  contact: string | undefined,
  synced: boolean,
): Told | null {
  const known = { number, wa_id: from ?? null, bsuid: sender ?? contact ?? null };
  if (type === "system") {
    const old = { old_wa_id: from ?? null, old_bsuid: system?.previous_user_id ?? null };
    const next = { number, wa_id: system?.wa_id ?? null, bsuid: system?.user_id ?? null };
    const isNamed = next.wa_id !== null || next.bsuid !== null;
    return isNamed && (old.old_wa_id ?? old.old_bsuid) !== null ? { what: "rename", ...next, ...old } : null;
  }
  if (known.wa_id === null && known.bsuid === null) return null;
  const body = wordsOf(content);
  const said = { at: instant(timestamp), kind: type, body: body.slice(0, 4_096), wish: wishOf(body) };
  return { what: "message", wamid: id, ...known, ...said, ...sentWith(content), synced };
}

function sentWith({
  image,
  video,
  document,
  audio,
  sticker,
}: Omit<Message, "id" | "timestamp" | "type">): Record<string, string | null> {
  const sent = image ?? video ?? document ?? audio ?? sticker;
  if (sent?.id === undefined) return {};
  const { id, mime_type: type = null, filename: name } = sent;
  return { media_id: id, media_type: type, media_name: name?.slice(0, 240) ?? null };
}

const wordsOf = ({
  text,
  button,
  interactive,
  image,
  video,
  document,
}: Omit<Message, "id" | "timestamp" | "type">) =>
  text?.body ??
  button?.text ??
  interactive?.button_reply?.title ??
  interactive?.list_reply?.title ??
  image?.caption ??
  video?.caption ??
  document?.caption ??
  document?.filename ??
  "";

/** REINSTATED: approved again. FLAGGED warns of what may come; the template is sent as before. */
function templateTold(value: z.infer<typeof piece>["value"]): Told | null {
  const read = template.safeParse(value);
  if (!read.success || read.data.event === "FLAGGED") return null;
  const { event, message_template_name: name, message_template_language: language } = read.data;
  return { what: "template", name, language, status: event === "REINSTATED" ? "APPROVED" : event };
}
