import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { WebhookVerdict } from "@/lib/integrations/contract/duties";
import { webhookEvent } from "./answers";
import { jsonOf } from "@/lib/provider-request";

/** How far the clock of a message may be from ours, to either side: three minutes, as in Calendly's own sample. */
const toleranceSeconds = 180;

type Told = Readonly<{
  headers: Pick<Headers, "get">;
  /** The body as it came: text that was decoded and written again has other bytes. */
  body: Uint8Array;
  keys: readonly string[];
  nowSeconds: number;
}>;

const refused: WebhookVerdict = { taken: false, again: false };

/** Judges `Calendly-Webhook-Signature: t=<unix seconds>,v1=<hex>`, an HMAC-SHA256 of `t.body`. */
export function judgeWebhook({ headers, body, keys, nowSeconds }: Told): WebhookVerdict {
  const { at, signatures } = readSignature(headers.get("calendly-webhook-signature") ?? "");
  if (at === null) return refused;
  const isOurs = keys.some((key) => {
    const expected = createHmac("sha256", key).update(`${at}.`).update(body).digest();
    return signatures.some((given) => given.length === expected.length && timingSafeEqual(given, expected));
  });
  if (!isOurs) return refused;
  // Whether a repeated delivery is signed anew is not documented: what is genuine and late is fetched instead.
  if (Math.abs(nowSeconds - Number(at)) > toleranceSeconds) return { taken: false, again: true };
  return { taken: true, eventId: eventIdOf(body) };
}

/** Pairs in any order, with blanks, several v1 and names that are not known yet. */
function readSignature(header: string): { at: string | null; signatures: Buffer[] } {
  const pairs = header.split(",").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()] as const;
  });
  const times = pairs.flatMap(([name, value]) => (name === "t" && /^\d{1,12}$/.test(value) ? value : []));
  return {
    at: times.length === 1 ? (times[0] ?? null) : null,
    signatures: pairs.flatMap(([name, value]) =>
      name === "v1" && /^[\da-f]{64}$/i.test(value) ? Buffer.from(value, "hex") : [],
    ),
  };
}

/** Deliveries have no id: the same event of the same thing at the same instant is one. */
function eventIdOf(body: Uint8Array): string {
  const read = webhookEvent.safeParse(jsonOf(new TextDecoder().decode(body)));
  const named = read.success
    ? `${read.data.event}|${read.data.payload.uri}|${read.data.created_at}`
    : Buffer.from(body);
  return createHash("sha256").update(named).digest("hex");
}
