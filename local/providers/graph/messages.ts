import type { IncomingMessage } from "node:http";
import { asJson, type Reply } from "../http";
import { judgeMessage, type GivenMessage } from "./judge";
import { gone, refusal, unknownToken } from "./management";
import type { Phones } from "./phones";
import type { Accounts } from "./state";

type Parts = Readonly<{ state: Accounts; phones: Phones }>;

/** Sends a message of a number, or says why not. */
export function send(
  { state, phones }: Parts,
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
  if (judged.ok) return accepted(judged.message, phones.take(number, judged.message));
  const { error, late } = judged;
  if (!late || !state.habits.refusesLate) return refusal(error);
  return accepted(late, phones.take(number, late, error.code));
}

function accepted({ to }: GivenMessage, id: string): Reply {
  const contacts = [{ input: to, wa_id: to.replace(/^\+/, "") }];
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
