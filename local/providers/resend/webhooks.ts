import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import { clockModes, secondsAway, signatureModes } from "../modes";

export const modes = [...signatureModes, ...clockModes] as const;

export const webhookSchema = z.strictObject({
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  mode: z.enum(modes).default("normal"),
});

export type WebhookTarget = Readonly<{ url: string; secret: string }>;
export type WebhookDelivery = Readonly<{ id: string; type: string; mode: string; status: number | null }>;

type Clock = () => number;

/** Sends signed events to one address, and remembers how they were answered; null: not at all. */
export function createWebhooks(target: () => WebhookTarget | null, now: Clock) {
  const deliveries: WebhookDelivery[] = [];
  const underWay = new Set<Promise<void>>();

  async function post({ type, data, mode }: z.infer<typeof webhookSchema>, id: string): Promise<void> {
    const to = target();
    if (to === null) return;
    const body = JSON.stringify({ type, created_at: new Date(now()).toISOString(), data });
    const sent = mode === "tamperedBody" ? body.replace(type, `${type}x`) : body;
    const status = await fetch(to.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signedHeaders(to.secret, id, body, mode, now) },
      body: sent,
      // A redirect counts as a failure.
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    }).then(
      (response) => response.status,
      () => null,
    );
    deliveries.push({ id, type, mode, status });
  }

  return {
    deliveries,
    async send(event: z.infer<typeof webhookSchema>): Promise<void> {
      const id = `msg_${randomUUID().replaceAll("-", "")}`;
      const sending = post(event, id).then(() => (event.mode === "duplicate" ? post(event, id) : undefined));
      underWay.add(sending);
      await sending.finally(() => underWay.delete(sending));
    },
    /** Waits for what is under way, so that no test hears an event of the one before. */
    async reset(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay);
      deliveries.length = 0;
    },
  };
}

function signedHeaders(
  secret: string,
  id: string,
  body: string,
  mode: string,
  now: Clock,
): Record<string, string> {
  const timestamp = String(Math.floor(now() / 1_000) + secondsAway(mode, 6 * 60));
  const key =
    mode === "wrongKey" ? Buffer.from("another key") : Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const headers = { "svix-id": id, "svix-timestamp": timestamp };
  if (mode === "missingSignature") return headers;
  return {
    ...headers,
    "svix-signature": mode === "badSignature" ? `v1,${"A".repeat(43)}=` : `v1,${signature}`,
  };
}
