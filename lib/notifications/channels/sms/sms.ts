import { log } from "@/lib/log";
import { array, number, object, optional, safeParse, string } from "@/lib/schema";
import type { Dispatch, Outcome, Send } from "../channel";
import { type Ask, asking } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import type { SmsConfig } from "./config";
import { outcomeOfError } from "./errors";
import { smsText } from "./text";

const accepted = object({ sid: string() });
const refusal = object({ code: number(), message: optional(string()) });
const listed = object({
  messages: array(object({ sid: string(), to: string(), body: string(), status: string() })),
});

/** What Twilio says of a message that did not arrive and never will: it stands for no other. */
const lost = new Set(["failed", "undelivered", "canceled"]);

/** A message that the account already has is looked for from this long before our first attempt: clocks differ. */
const clockSlackMs = 60_000;
type Surroundings = Readonly<{ now?: () => number; timeoutMs?: number }>;

/**
 * Sends SMS by Twilio's REST API. Null where nothing is configured. The API has no idempotency key: the account's messages
 * are searched at once after an attempt that got no answer, and before each attempt that is not the first, whichever
 * worker made the others and however they ended.
 */
export function smsSender(config: SmsConfig | null, surroundings: Surroundings = {}): Send | null {
  if (!config) return null;
  const now = surroundings.now ?? Date.now;
  const ask = asking(surroundings.timeoutMs);
  return async (dispatch, signal) => {
    const started = now();
    const form = formOf(config, dispatch);
    const before = dispatch.triedSince === undefined ? null : Date.parse(dispatch.triedSince);
    const known = before === null ? null : await find(config, ask, form, before, signal);
    if (known === "unknown") return { outcome: "retry", reason: "timeout", afterSeconds: null };
    const outcome = known ?? (await post(config, ask, form, now, signal));
    if (outcome !== "unsettled") return outcome;
    log.warn("sms unsettled", { delivery: dispatch.id });
    const found = await find(config, ask, form, before ?? started, signal);
    if (found !== null && found !== "unknown") return found;
    return { outcome: "retry", reason: "timeout", afterSeconds: 60 };
  };
}

function formOf(config: SmsConfig, { destination, message }: Dispatch): URLSearchParams {
  const { from, messagingServiceSid, siteUrl } = config;
  return new URLSearchParams({
    To: destination.address,
    ...(messagingServiceSid ? { MessagingServiceSid: messagingServiceSid } : { From: from ?? "" }),
    Body: smsText(message, destination.address),
    // Twilio stops trying after it; it takes 1 second to 10 hours.
    ValidityPeriod: String(Math.min(Math.max(1, Math.floor(message.ttlSeconds)), 36_000)),
    ...(siteUrl && { StatusCallback: `${siteUrl}/api/webhooks/twilio/status` }),
  });
}

const messagesOf = ({ apiUrl, accountSid }: SmsConfig) =>
  `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;

function authorizationOf({ accountSid, authToken, apiKeySid, apiKeySecret }: SmsConfig): string {
  const [name, word] = apiKeySid && apiKeySecret ? [apiKeySid, apiKeySecret] : [accountSid, authToken];
  return `Basic ${Buffer.from(`${name}:${word}`).toString("base64")}`;
}

async function post(
  config: SmsConfig,
  ask: Ask,
  body: URLSearchParams,
  now: () => number,
  signal: AbortSignal,
): Promise<Outcome | "unsettled"> {
  const headers = { authorization: authorizationOf(config) };
  const answer = await ask(messagesOf(config), { method: "POST", headers, body }, signal);
  if (!answer.answered) {
    if (answer.fault !== "refused") return "unsettled";
    return { outcome: "retry", reason: "network", afterSeconds: null };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const taken = safeParse(accepted, answer.body);
    // Taken, though its number was lost on the way: a second attempt would be a second message.
    return { outcome: "sent", providerId: taken.success ? taken.data.sid : null };
  }
  const refused = safeParse(refusal, answer.body);
  const code = refused.success ? refused.data.code : null;
  const outcome = outcomeOfError(status, code, retryAfterSeconds(answer.headers.get("retry-after"), now()));
  log.warn("sms refused", { status, code, outcome: outcome.outcome });
  // A gateway that gave up may have handed the message on.
  return status === 502 || status === 504 ? "unsettled" : outcome;
}

/**
 * The same text to the same number since then: sent, unless it was lost. Null: the account has none. "unknown": it could
 * not be asked.
 */
async function find(
  config: SmsConfig,
  ask: Ask,
  form: URLSearchParams,
  since: number,
  signal: AbortSignal,
): Promise<Outcome | "unknown" | null> {
  const [to, body] = [form.get("To") ?? "", form.get("Body") ?? ""];
  const query = new URLSearchParams({
    To: to,
    "DateSent>": new Date(since - clockSlackMs).toISOString().replace(/\.\d+/, ""),
    PageSize: "50",
  });
  const headers = { authorization: authorizationOf(config) };
  const answer = await ask(`${messagesOf(config)}?${query.toString()}`, { headers }, signal);
  const read = answer.answered && answer.status === 200 ? safeParse(listed, answer.body) : null;
  if (!read?.success) return "unknown";
  const same = read.data.messages.find(
    (message) => message.to === to && message.body === body && !lost.has(message.status),
  );
  return same ? { outcome: "sent", providerId: same.sid } : null;
}
