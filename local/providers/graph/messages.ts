import type { IncomingMessage } from "node:http";
import { asJson, type Reply } from "../http";
import { addressOf, judgeMessage, type GivenMessage } from "./judge";
import { tooMany } from "./limits";
import { gone, refusal, unknownToken } from "./management";
import type { Phones } from "./phones";
import type { Accounts } from "./state";

type Parts = Readonly<{ state: Accounts; phones: Phones; now(): number }>;

/** Sends a message of a number, or says why not. */
export function send(
  { state, phones, now }: Parts,
  request: IncomingMessage,
  number: string,
  body: unknown,
): Reply {
  const token = state.tokenOf(request.headers.authorization);
  if (!token) return refusal(unknownToken);
  const account = state.ofNumber(number);
  if (!account || !token.accounts.includes(account.id) || request.method !== "POST") return refusal(gone);
  if (!request.headers["content-type"]?.startsWith("application/json"))
    return refusal({ status: 400, code: 100, message: "(#100) Content-Type" });
  if (account.numbers.find(({ id }) => id === number)?.status !== "CONNECTED")
    return refusal({ status: 400, code: 133_010, message: "Phone number not registered" });
  const judged = judgeMessage(body, {
    isOpen: (phone) => phones.isOpen(number, phone),
    isStopped: phones.isStopped,
    templates: account.templates,
  });
  if (judged.ok) {
    const limit = tooMany(phones.kept, number, addressOf(judged.message), now());
    return limit ? refusal(limit) : accepted(judged.message, phones.take(number, judged.message));
  }
  const { error, late } = judged;
  if (!late || !state.habits.refusesLate) return refusal(error);
  return accepted(late, phones.take(number, late, error.code));
}

function accepted(given: GivenMessage, id: string): Reply {
  const known = given.to === undefined ? { user_id: addressOf(given) } : { wa_id: addressOf(given) };
  const contacts = [{ input: given.to ?? given.recipient, ...known }];
  const messages = [{ id, message_status: "accepted" }];
  return asJson(200, { messaging_product: "whatsapp", contacts, messages });
}

/** What became of one message of a number: steps in capitals, and no words. */
export function history(
  { state, phones }: Parts,
  authorization: string | undefined,
  number: string,
  query: URLSearchParams,
): Reply {
  const token = state.tokenOf(authorization);
  if (!token) return refusal(unknownToken);
  const account = state.ofNumber(number);
  const id = query.get("message_id");
  const sent = phones.kept.find((message) => message.id === id && message.number === number);
  if (!account || !token.accounts.includes(account.id)) return refusal(gone);
  const data = (phones.stepsOf(String(id)) ?? []).map((step) => ({
    delivery_status: step.toUpperCase(),
    webhook_update_state: "FAILED",
  }));
  return asJson(200, {
    data: sent ? [{ id: `history-${sent.id}`, message_id: sent.id, events: { data } }] : [],
    paging: { cursors: { before: "a", after: "b" } },
  });
}
