import { log } from "@/lib/log";
import { array, minLength, number, object, optional, safeParse, string } from "@/lib/schema";
import type { Dispatch, Outcome, Send } from "../channel";
import { type Ask, asking } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import type { WhatsappConfig } from "./config";
import { templateOf, textOf } from "./content";
import { outcomeOfError } from "./errors";

const accepted = object({ messages: array(object({ id: string(minLength(1)) })) });
const refusal = object({
  error: object({ code: number(), error_subcode: optional(number()), fbtrace_id: optional(string()) }),
});

type Surroundings = Readonly<{
  now?: () => number;
  timeoutMs?: number;
}>;

/**
 * Sends by WhatsApp's Cloud API from the platform's own number. Null where nothing is configured. Inside the 24 hours
 * free text, else the approved template of the reader's language; also where Meta's clock closed the window before ours.
 * The API has no idempotency key, and nothing to look messages up by: an attempt whose end nobody knows is not repeated.
 */
export function whatsappSender(config: WhatsappConfig | null, surroundings: Surroundings = {}): Send | null {
  if (!config) return null;
  const { now = Date.now } = surroundings;
  const ask = asking(surroundings.timeoutMs);
  return async (dispatch, signal) => {
    if (dispatch.destination.windowOpen) {
      const outcome = await post(config, ask, dispatch, textOf(dispatch.message), now, signal);
      if (outcome.outcome !== "failed" || outcome.reason !== "windowClosed") return outcome;
    }
    const template = config[dispatch.message.locale];
    if (!template) return { outcome: "broken", reason: "templateMissing" };
    return post(config, ask, dispatch, templateOf(dispatch.message, template), now, signal);
  };
}

async function post(
  { apiUrl, version, phoneNumberId, token }: WhatsappConfig,
  ask: Ask,
  { id, destination }: Dispatch,
  content: ReturnType<typeof textOf> | ReturnType<typeof templateOf>,
  now: () => number,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: destination.address.replace(/^\+/, ""),
    // Comes back with every report of the message.
    biz_opaque_callback_data: id,
    ...content,
  };
  const answer = await ask(
    `${apiUrl}/${version}/${phoneNumberId}/messages`,
    {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    },
    signal,
  );
  if (!answer.answered) {
    log.warn("whatsapp unsettled", { delivery: id, fault: answer.fault });
    if (answer.fault === "refused") return { outcome: "retry", reason: "network", afterSeconds: null };
    return { outcome: "failed", reason: answer.fault };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const taken = safeParse(accepted, answer.body);
    return { outcome: "sent", providerId: taken.success ? (taken.data.messages[0]?.id ?? null) : null };
  }
  const refused = safeParse(refusal, answer.body);
  const error = refused.success ? refused.data.error : null;
  const codes = { code: error?.code ?? null, subcode: error?.error_subcode ?? null };
  const outcome = outcomeOfError(status, codes, retryAfterSeconds(answer.headers.get("retry-after"), now()));
  log.warn("whatsapp refused", { status, ...codes, trace: error?.fbtrace_id, outcome: outcome.outcome });
  return outcome;
}
