import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import type { Outcome, Send } from "@/lib/notifications/channels/channel";
import { createDeliveryStore, type DeliveryStore } from "@/lib/notifications/delivery/store";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, partsAt } from "./delivery-ground";

/** A worker of the campaign as a process of its own, which is killed without warning. It polls until then. */
const env = z
  .object({
    DATABASE: z.string(),
    PROVIDER: z.string(),
    LEASE_SECONDS: z.coerce.number(),
    SEND_MS: z.coerce.number(),
  })
  .parse(process.env);

const pool = new pg.Pool({
  connectionString: env.DATABASE,
  max: 2,
  connectionTimeoutMillis: 2_000,
  application_name: "chaos worker",
});
pool.on("error", () => undefined);

/** Under which lease each message was claimed, by its key. */
const claimed = new Map<string, { lease: string }>();
/** The moment, by the database's clock, after which it was asked by lease whether its messages may be sent yet. */
const askedAt = new Map<string, string>();
const queue = createDeliveryStore(callAt(pool, null));
const store: DeliveryStore = {
  ...queue,
  async claim(most, leaseSeconds) {
    const claim = await queue.claim(most, leaseSeconds);
    for (const { carrier_id: key } of claim.deliveries) claimed.set(key, { lease: claim.lease ?? "" });
    return claim;
  },
  async begin(lease, ids) {
    const { rows } = await pool.query<{ at: Date }>("select clock_timestamp() as at");
    askedAt.set(lease, rows[0]?.at.toISOString() ?? "");
    return queue.begin(lease, ids);
  },
};

const answered = z.object({ id: z.string() });
const send: Send = async ({ id, destination, message }, signal): Promise<Outcome> => {
  const [{ text: person }] = message.items;
  const body = JSON.stringify({
    worker: process.pid,
    key: id,
    person,
    address: destination.address,
    titles: message.items.map(({ title }) => title),
    ...claimed.get(id),
    askedAt: askedAt.get(claimed.get(id)?.lease ?? ""),
  });
  const response = await fetch(env.PROVIDER, { method: "POST", body, signal }).catch(() => null);
  if (!response) return { outcome: "retry", reason: "network", afterSeconds: null };
  if (response.status === 429) return { outcome: "retry", reason: "rateLimited", afterSeconds: 1 };
  const known = answered.safeParse(await response.json().catch(() => null));
  if (!response.ok || !known.success) return { outcome: "retry", reason: "providerDown", afterSeconds: null };
  return { outcome: "sent", providerId: known.data.id };
};

const parts = {
  ...partsAt(pool, () => "", { senders: { email: send } }),
  store,
  // Soon again: the campaign has no hours.
  elapsed: () => performance.now(),
  random: () => 0.02,
};
const limits = { batch: 20, leaseSeconds: env.LEASE_SECONDS, sendMs: env.SEND_MS };

for (;;) {
  await runWorker(parts, limits, () => true).catch(() => null);
  await delay(50);
}
