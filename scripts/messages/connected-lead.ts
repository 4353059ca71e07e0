import type pg from "pg";
import { connectFive } from "../../bench/connections";

const number = "200000000000001";

/** Connects a person with everything there is, and has the lead written to their WhatsApp number a moment ago. */
export async function connectWithLead(db: pg.Pool, email: string, lead: string) {
  await connectFive(db, email);
  await db.query(
    `with account as (
       insert into private.whatsapp_accounts (connection_id, account_id, phone_number_id)
       select c.id, '1', $2 from public.integration_connections c where c.provider = 'whatsapp' returning connection_id)
     insert into private.whatsapp_contacts (connection_id, phone_number_id, wa_id, lead_id, last_inbound_at)
     select connection_id, $2, '972500000001', $1, now() from account`,
    [lead, number],
  );
}
