import type { IntegrationGround } from "./integration-ground";

type Row = { id: string; status: string; problem: string | null };
type Owned = Readonly<{ userId: string }>;

export const deliver = async () => (await import("@/lib/notifications/delivery/service")).deliverDue();

/** People who connect apps that take notifications, and what became of what they were to be told there. */
export function createAppPeople(ground: () => IntegrationGround) {
  /** Somebody who has no quiet hours, and is to be told nothing yet. */
  async function newPerson() {
    const person = await ground().newPerson();
    await ground().ask(
      `insert into public.user_notification_settings (user_id, notification_schedule)
       values ($1, '{"quietHours": {"enabled": false, "start": "22:00", "end": "08:00", "urgentPasses": false}}')`,
      person.userId,
    );
    await ground().ask("update public.notifications set routed_at = now() where user_id = $1", person.userId);
    return person;
  }
  async function connectionOf({ userId }: Owned, provider: string): Promise<Row> {
    const sql =
      "select id, status, problem from public.integration_connections where user_id = $1 and provider = $2";
    const [row] = await ground().ask<Row>(sql, userId, provider);
    if (!row) throw new Error("it was connected");
    return row;
  }
  const deliveriesOf = ({ userId }: Owned) =>
    ground().ask<{ status: string; reason: string }>(
      "select status, reason from private.deliveries where user_id = $1 and channel = 'apps' order by created_at",
      userId,
    );
  const burn = ({ lead }: { lead: string }) =>
    ground().ask("update public.leads set heat = 'burning' where id = $1", lead);
  const makeDue = ({ userId }: Owned) =>
    ground().ask("update private.deliveries set not_before = now() where user_id = $1", userId);
  return { newPerson, connectionOf, deliveriesOf, burn, makeDue };
}
