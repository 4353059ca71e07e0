import { createHash, randomUUID } from "node:crypto";
import type { ActionGround, ActionInput, Taken } from "./action-ground";

/** A number of the owner, who is signed in, with the code 123456 on its way. */
async function numberOf({ beOwner, database: { pool } }: ActionGround): Promise<Taken & { caller: string }> {
  const userId = await beOwner();
  const number = `+97250${String(Math.floor(Math.random() * 10_000_000)).padStart(7, "0")}`;
  const { rows } = await pool.query<{ id: string }>(
    "insert into private.destinations (user_id, channel, address) values ($1, 'sms', $2) returning id",
    [userId, number],
  );
  const id = String(rows[0]?.id);
  const hash = createHash("sha256").update(`${id}:123456`).digest();
  await pool.query("insert into private.destination_codes (destination_id, code_hash) values ($1, $2)", [
    id,
    hash,
  ]);
  return { caller: userId, input: { userId, id } };
}

/** A mail to the owner that eight attempts did not deliver. */
async function undelivered({ beOwner, database: { pool }, world }: ActionGround): Promise<Taken> {
  const userId = await beOwner();
  const { rows } = await pool.query<{ id: string }>(
    `with told as (
       insert into public.notifications (user_id, category, title, project_id) values ($1, 'leadUpdates', 'New', $2)
       returning id, user_id)
     insert into private.deliveries (notification_id, user_id, channel, status, reason, done_at)
     select id, user_id, 'email', 'dead', 'network', now() from told returning id`,
    [userId, world.projectId],
  );
  return { caller: userId, input: { userId, id: String(rows[0]?.id) } };
}

const prepareNumber = (more: object) => async (ground: ActionGround) => {
  const { caller, input } = await numberOf(ground);
  return { caller, input: { ...input, ...more } };
};

/** What the page of destinations asks for. */
export const destinationInputs: Readonly<Record<string, ActionInput>> = {
  addDestination: {
    action: "addDestination",
    async prepare({ beOwner, database }) {
      const userId = await beOwner();
      await database.pool.query("delete from private.destinations where user_id = $1", [userId]);
      const address = `${randomUUID()}@test.local`;
      return { caller: userId, input: { userId, channel: "email", address, country: "IL" } };
    },
    writes: ["private.destinations"],
  },
  addPushSubscription: {
    action: "addPushSubscription",
    async prepare({ beOwner, database }) {
      const userId = await beOwner();
      await database.pool.query("delete from private.destinations where user_id = $1", [userId]);
      const subscription = {
        endpoint: `https://push.example/${randomUUID()}`,
        keys: { p256dh: "BAAA", auth: "AAAA" },
      };
      return { caller: userId, input: { userId, subscription, name: "Chrome on Linux" } };
    },
    writes: ["private.destinations"],
    keeps: ["name"],
  },
  verifyDestination: {
    action: "verifyDestination",
    prepare: prepareNumber({ code: "123456" }),
    writes: ["private.destinations", "private.destination_codes"],
  },
  removeDestination: {
    action: "removeDestination",
    prepare: prepareNumber({}),
    writes: ["private.destinations", "private.destination_codes"],
  },
  pauseDestination: {
    action: "pauseDestination",
    prepare: prepareNumber({ paused: true }),
    writes: ["private.destinations"],
  },
  resendDelivery: { action: "resendDelivery", prepare: undelivered, writes: ["private.deliveries"] },
};
