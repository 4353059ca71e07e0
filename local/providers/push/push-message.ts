import type { IncomingHttpHeaders } from "node:http";
import type { Refusal } from "./authorization";
import { decrypt } from "./decrypt";
import type { Subscription } from "./subscriptions";

/** A message that waits for its browser, decrypted. `topic`: the next one under it replaces this one. */
export type PushMessage = Readonly<{
  subscriptionId: string;
  /** Milliseconds. */
  at: number;
  ttlSeconds: number;
  urgency: string;
  topic: string | null;
  text: string;
}>;

const urgencies = ["very-low", "low", "normal", "high"];

/** What a push service refuses in a request, whoever sends it; null where nothing is wrong. */
export function judgeRequest(headers: IncomingHttpHeaders, body: Buffer): Refusal | null {
  const { ttl, topic = "a", urgency = "normal" } = headers;
  if (!/^\d+$/.test(String(ttl))) return { status: 400, text: "TTL must be whole seconds" };
  if (headers["content-encoding"] !== "aes128gcm") return { status: 400, text: "Content-Encoding" };
  if (!/^[\w-]{1,32}$/.test(String(topic))) return { status: 400, text: "Topic" };
  if (!urgencies.includes(String(urgency))) return { status: 400, text: "Urgency" };
  if (body.length > 4_096) return { status: 413, text: "payload too large" };
  return null;
}

/** Reads what `judgeRequest` let pass. Throws where no browser could decrypt it. */
export const messageOf = (
  headers: IncomingHttpHeaders,
  body: Buffer,
  { id, keys }: Subscription,
  at: number,
): PushMessage => ({
  subscriptionId: id,
  at,
  ttlSeconds: Number(headers.ttl),
  urgency: String(headers.urgency ?? "normal"),
  topic: headers.topic === undefined ? null : String(headers.topic),
  text: decrypt(body, keys),
});

/** What a browser would show of a declarative push message. */
export function shownOf(text: string): { title: string; text: string } {
  try {
    const { title, body, navigate } = JSON.parse(text).notification;
    return { title: String(title), text: `${String(body)}\n${String(navigate)}` };
  } catch {
    return { title: "", text };
  }
}
