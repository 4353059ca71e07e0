import "server-only";
import { z } from "zod";
import { facts } from "@/lib/integrations/rows";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";

const limit = () => AbortSignal.timeout(8_000);

const standing = z.object({
  lead: z.uuid(),
  phone: z.string().nullable(),
  writes: z.boolean(),
  number: z.string().nullable(),
  connection: facts.nullable(),
  contact: z
    .object({
      wa_id: z.string().nullable(),
      bsuid: z.string().nullable(),
      last_inbound_at: z.string().nullable(),
      opted_in_at: z.string().nullable(),
      opted_out_at: z.string().nullable(),
    })
    .nullable(),
  messages: z.array(
    z.object({
      id: z.uuid(),
      status: z.enum(["received", "sending", "sent", "delivered", "read", "played", "failed"]),
      code: z.number().nullable(),
      kind: z.string(),
      body: z.string(),
      at: z.string(),
    }),
  ),
});
/** How a person stands with a lead, as the database answers it: with the ciphertext of the connection, for the server alone. */
export type Standing = z.infer<typeof standing>;

const sentMedia = z.object({
  media: z.string(),
  type: z.string().nullable(),
  name: z.string().nullable(),
  number: z.string(),
  connection: facts,
});

/** `agreed`: whoever writes says that the lead wants to be written to. */
export type NewMessage = Readonly<{
  connection: string;
  number: string;
  lead: string;
  wa: string;
  kind: "text" | "template";
  body: string;
  agreed: boolean;
}>;

/**
 * Under the service role: whoever writes with a lead may do so from a number whose credentials are another's. Null without
 * a secret key. Its functions throw refusals.
 */
export function chatStore() {
  const client = adminClient();
  return (
    client && {
      /** Null where the person does not see the lead. */
      async standing(person: string, lead: string) {
        const asked = await client.rpc("whatsapp_standing", { person, lead }).abortSignal(limit());
        if (asked.error) throw new Error("how a person stands with a lead cannot be read");
        return standing.nullable().parse(asked.data);
      },
      /** What a lead sent beside words; null where the person does not see it, or nobody can fetch it any more. */
      async media(person: string, message: string) {
        const asked = await client.rpc("take_whatsapp_media", { person, message }).abortSignal(limit());
        return asked.error === null && asked.data === null ? null : sentMedia.parse(dataOf(asked));
      },
      /** Its id. Refuses as `conflict` under the path optedOut, notAgreed or windowClosed. */
      async begin(message: NewMessage) {
        return z
          .uuid()
          .parse(dataOf(await client.rpc("begin_whatsapp_message", message).abortSignal(limit())));
      },
      async settle(message: string, end: Readonly<{ wamid: string } | { code: number }>) {
        dataOf(await client.rpc("settle_whatsapp_message", { message, ...end }).abortSignal(limit()));
      },
    }
  );
}
export type ChatStore = NonNullable<ReturnType<typeof chatStore>>;
