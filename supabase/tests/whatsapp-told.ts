import { sendEntries } from "@/local/providers/graph/webhooks";
import type { Person, WhatsappGround } from "./whatsapp-ground";

/** What Meta tells of the people of a ground, and what the database then does with it. */
export const now = () => String(Math.floor(Date.now() / 1_000));
export const text = ({ phone, lead }: Person, name: string, body = name, more: object = {}) => ({
  id: `wamid.${lead}.${name}`,
  from: phone,
  timestamp: now(),
  type: "text",
  text: { body },
  ...more,
});

/** One delivery of Meta with all of it; its status. */
export const deliver = (site: string, { account, number }: Person, content: object) =>
  sendEntries(`${site}/api/webhooks/whatsapp`, [
    {
      id: account.id,
      changes: [{ field: "messages", value: { metadata: { phone_number_id: number }, ...content } }],
    },
  ]);

/** What waits is due; what is dead stays dead. */
export const makeEventsDue = ({ ask }: Pick<WhatsappGround, "ask">) =>
  ask("update private.integration_events set not_before = now() where not_before < 'infinity'");

/** Messages of these words are refused until the answer is called. */
export async function refusing({ ask }: Pick<WhatsappGround, "ask">, words: string) {
  await ask(`create function private.refuse_it() returns trigger language plpgsql as $$
    begin raise exception 'no' using errcode = '22000'; end $$`);
  await ask(`create trigger refuse_it before insert on private.whatsapp_messages
    for each row when (new.body = '${words}') execute function private.refuse_it()`);
  return () => ask("drop function private.refuse_it cascade");
}
