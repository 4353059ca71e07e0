import { z } from "zod";

/** What the Graph API answers, as far as it is used. Words that Meta adds to its lists must not break anything. */
const word = z.string().catch("UNKNOWN");

export const accountAnswer = z.object({ id: z.string(), name: z.string().catch("") });

export const numberAnswer = z.object({
  id: z.string().regex(/^\d{1,40}$/),
  display_phone_number: z.string().catch(""),
  verified_name: z.string().catch(""),
  status: word,
  quality_rating: word,
});
export type NumberAnswer = z.infer<typeof numberAnswer>;

export const inspected = z.object({
  data: z.object({
    app_id: z.string().optional(),
    is_valid: z.boolean(),
    /** 0: never. */
    expires_at: z.number().catch(0),
    scopes: z.array(z.string()).catch([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).optional() }))
      .catch([]),
  }),
});

export const subscribedApps = z.object({
  whatsapp_business_api_data: z.object({ id: z.string() }),
});

const component = z.object({
  type: word,
  format: z.string().optional(),
  text: z.string().catch(""),
  buttons: z.array(z.object({ type: word, url: z.string().optional() })).catch([]),
});

export const templateAnswer = z.object({
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(20),
  status: word,
  category: z.string().catch(""),
  parameter_format: z.string().catch("POSITIONAL"),
  components: z.array(component).catch([]),
});
export type TemplateAnswer = z.infer<typeof templateAnswer>;

export const acceptedAnswer = z.object({
  messages: z.array(z.object({ id: z.string().min(1).max(255) })).min(1),
});

/** Where a file is for five minutes, for who has the token. Its size comes as a text or a number. */
export const mediaAnswer = z.object({
  url: z.string(),
  mime_type: z.string().catch(""),
  file_size: z.coerce.number().catch(0),
});

const step = z.object({ delivery_status: word });
/** What became of one message of ours, as often as it changed. */
export const historyAnswer = z.object({
  message_id: z.string(),
  events: z.object({ data: z.array(step).catch([]) }).catch({ data: [] }),
});

export const refusalAnswer = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional(),
    fbtrace_id: z.string().optional(),
  }),
});
