import { createHash } from "node:crypto";
import { type Agent, request } from "node:https";
import webpush from "web-push";
import { describeError, log } from "@/lib/log";
import type { Dispatch, Outcome, Send } from "../channel";
import { retryAfterSeconds } from "@/lib/retry-after";
import type { PushConfig } from "./config";
import { areUsableKeys, pushEndpoint } from "./endpoint";
import { pushPayload } from "./payload";

const timeoutMs = 10_000;

type Answer = Readonly<{ status: number; retryAfter: string | undefined; text: string }>;

/** For tests: `agent` trusts a certificate of their own. */
type Surroundings = Readonly<{ agent?: Agent; now?: () => number; timeoutMs?: number }>;

/**
 * Sends messages to browsers (RFC 8030, encrypted by RFC 8291). Null where nothing is configured. A push service has no
 * idempotency key: a message under a thread replaces the one that a device has not fetched yet.
 */
export function pushSender(config: PushConfig | null, surroundings: Surroundings = {}): Send | null {
  if (!config) return null;
  return async (dispatch, signal) => {
    const made = prepare(config, dispatch);
    if ("outcome" in made) return made;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(surroundings.timeoutMs ?? timeoutMs)]);
    try {
      const answer = await post(made, surroundings.agent, limit);
      return outcomeOf(answer, (surroundings.now ?? Date.now)());
    } catch (error) {
      const reason = limit.aborted ? "timeout" : "network";
      log.warn("push not sent", { delivery: dispatch.id, reason, ...describeError(error) });
      return { outcome: "retry", reason, afterSeconds: null };
    }
  };
}

type Prepared = Readonly<{ url: URL; headers: Record<string, string | number>; body: Buffer }>;

function prepare(config: PushConfig, { destination, message }: Dispatch): Prepared | Outcome {
  const { address, keys } = destination;
  const url = pushEndpoint(address, config.hosts);
  // Not "gone": which hosts may be asked is ours to say, and may have been said wrongly.
  if (!url) return { outcome: "failed", reason: "invalidAddress" };
  if (!keys || !areUsableKeys(keys)) return { outcome: "gone", reason: "invalidAddress" };
  const topic = message.thread === null ? null : topicOf(message.thread);
  const payload = pushPayload(message, topic);
  if (payload === null) return { outcome: "failed", reason: "tooLarge" };
  const { headers, body } = webpush.generateRequestDetails({ endpoint: address, keys }, payload, {
    vapidDetails: config,
    TTL: Math.max(0, Math.floor(message.ttlSeconds)),
    contentEncoding: "aes128gcm",
    urgency: message.urgency,
    ...(topic !== null && { topic }),
  });
  if (!body) throw new Error("web-push encrypted nothing");
  return { url, headers: Object.fromEntries(Object.entries(headers)), body };
}

/** 32 letters of the url-safe alphabet, the most that a Topic may have (RFC 8030, 5.4). Says nothing of the thread. */
const topicOf = (thread: string): string =>
  createHash("sha256").update(thread).digest("base64url").slice(0, 32);

/** Follows no redirect: an address that answers with another may lead into our own network. */
function post(
  { url, headers, body }: Prepared,
  agent: Agent | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: "POST", headers, agent, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.length < 8 && chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers["retry-after"],
          text: Buffer.concat(chunks).toString().slice(0, 300),
        }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

/** RFC 8030 and what the services say of themselves. A refusal of our keys never costs a person their subscription. */
function outcomeOf({ status, retryAfter, text }: Answer, now: number): Outcome {
  if (status >= 200 && status < 300) return { outcome: "sent", providerId: null };
  if (status === 404 || status === 410) return { outcome: "gone", reason: "endpointGone" };
  if (status === 413) return { outcome: "failed", reason: "tooLarge" };
  const afterSeconds = retryAfterSeconds(retryAfter, now);
  if (status === 429) return { outcome: "retry", reason: "rateLimited", afterSeconds };
  if (status >= 500) return { outcome: "retry", reason: "providerDown", afterSeconds };
  const reason = /VapidPkHashMismatch|mismatch|do not correspond/i.test(text) ? "keyMismatch" : "credentials";
  log.error("push refused", { status, answer: text });
  return { outcome: "broken", reason };
}
