import "server-only";
import { z } from "zod";
import { answersTo, storable } from "@/lib/integrations/contract/answers";
import { adminClient } from "@/lib/supabase/admin";
import { dataOf } from "@/lib/supabase/refusal";
import type { Piece } from "./intake";
import type { KeptTemplate } from "./templates";
import type { Told } from "./told";

const limit = () => AbortSignal.timeout(8_000);

const template = z.object({
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  body: z.string(),
  parameters: z.array(z.string()),
  named: z.boolean(),
  simple: z.boolean(),
  missing: z.boolean(),
});

const card = z.object({
  number: z
    .object({
      id: z.string(),
      display: z.string(),
      name: z.string(),
      status: z.string(),
      quality: z.string(),
    })
    .nullable(),
  sync: z.object({ at: z.string(), seen: z.number(), whole: z.boolean() }).nullable(),
  project: z.uuid().nullable(),
  templates: z.array(template),
});

const plain = <T>(value: T) => JSON.parse(JSON.stringify(value));

/**
 * Under the service role: Meta's news come without a person, and credentials are nobody's to read. Null without a secret
 * key. Its functions throw refusals.
 */
export function whatsappStore() {
  const client = adminClient();
  return client && { ...accounts(client), ...exchanges(client) };
}
export type WhatsappStore = NonNullable<ReturnType<typeof whatsappStore>>;

type Admin = NonNullable<ReturnType<typeof adminClient>>;

function accounts(client: Admin) {
  return {
    /** False where another living connection has the number. */
    async keepAccount(connection: string, account: string, number: string | null) {
      const given = { connection, account, ...(number !== null && { number }) };
      return dataOf(await client.rpc("keep_whatsapp_account", given).abortSignal(limit()));
    },
    /** Whether another living connection than this uses the account. */
    async isShared(account: string, connection: string) {
      const asked = client.rpc("whatsapp_account_is_shared", { account, connection });
      return dataOf(await asked.abortSignal(limit()));
    },
    async keepTemplates(connection: string, given: readonly KeptTemplate[], whole: boolean) {
      const asked = client.rpc("store_whatsapp_templates", { connection, given: plain(given), whole });
      dataOf(await asked.abortSignal(limit()));
    },
    /** Null where the person has connected nothing. */
    async card(person: string) {
      const asked = await client.rpc("whatsapp_card", { person }).abortSignal(limit());
      if (asked.error) throw new Error("a card cannot be read");
      return card.nullable().parse(asked.data);
    },
    /** Null: the person alone writes from their number. Refuses as `forbidden`. */
    async share(person: string, project: string | null) {
      const asked = client.rpc("share_whatsapp", { person, ...(project !== null && { project }) });
      return dataOf(await asked.abortSignal(limit()));
    },
  };
}

function exchanges(client: Admin) {
  return {
    /** Messages of ours, by their names at Meta, of which it has told nothing since it took them. */
    async untold(connection: string) {
      return dataOf(await client.rpc("untold_whatsapp", { connection }).abortSignal(limit()));
    },
    async keepPieces(events: readonly Piece[]) {
      const asked = client.rpc("keep_whatsapp_events", { events: storable(events) });
      return z
        .object({ kept: z.number(), unknown: z.number() })
        .parse(dataOf(await asked.abortSignal(limit())));
    },
    /** What each became: done, old, or an SQL state. Nothing told only ends its event. */
    workIn: (connection: string, told: readonly (Partial<Told> & { event?: number })[]) =>
      answersTo(told, async (items) =>
        dataOf(await client.rpc("work_in_whatsapp", { connection, items }).abortSignal(limit())),
      ),
  };
}
