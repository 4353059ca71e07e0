import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { SegmentedMessage } from "sms-segments-calculator";
import { HOST } from "../../ports";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import { judgeForm, notFound, opensAccount, twilioAccount, type TwilioError, unauthorized } from "./account";
import { callbackOf, inboundOf, optOutTypeOf, shownOf, type TwilioMessage } from "./messages";
import { sendWebhook, type Signing } from "./webhooks";

export type Twilio = Readonly<{
  url: string;
  faults: Faults;
  /** Takes a message and answers nothing: the next request only, as when a network breaks at the wrong moment. */
  loseNextAnswer(): void;
  /** Oldest first. */
  messages(): readonly TwilioMessage[];
  /** Tells the product what became of a message; the status of its answer. `error`: Twilio's code, such as 30007. */
  report(sid: string, status: string, error?: number, signing?: Signing): Promise<number | null>;
  /** A message from a phone. STOP and START are obeyed here, too, as Twilio does by itself. */
  receive(from: string, body: string, signing?: Signing, sid?: string): Promise<number | null>;
  stop(): Promise<void>;
}>;

export type TwilioOptions = Readonly<{
  port: number;
  /** The product's address for messages from phones. */
  inboundUrl?: string;
  /** Reports each message as sent and delivered by itself, as Twilio does. */
  reports?: boolean;
  outbox?: Outbox;
  now?: () => number;
}>;

const sidOf = () => `SM${randomBytes(16).toString("hex")}`;

/**
 * Twilio's Messages API for one account (twilio.com/docs/messaging/api), as strict as the original.
 * `POST /control/inbound` `{"from", "body"}` lets a phone write, for tests in other processes and for the demo.
 */
export async function startTwilio(options: TwilioOptions): Promise<Twilio> {
  const { port, inboundUrl, outbox, now = Date.now } = options;
  const faults = createFaults();
  const optedOut = new Set<string>();
  const kept = new Map<string, TwilioMessage>();
  const losing = { next: false };

  const report: Twilio["report"] = async (sid, status, error, signing) => {
    const message = kept.get(sid);
    if (!message?.callback) return null;
    kept.set(sid, { ...message, status });
    return sendWebhook(message.callback, callbackOf(message, status, error), signing);
  };
  const receive: Twilio["receive"] = async (from, body, signing, sid = sidOf()) => {
    const type = optOutTypeOf(body);
    if (type === "STOP") optedOut.add(from);
    if (type === "START") optedOut.delete(from);
    return inboundUrl ? sendWebhook(inboundUrl, inboundOf(sid, from, body), signing) : null;
  };
  const keep = (message: TwilioMessage) => {
    kept.set(message.sid, message);
    outbox?.add({ channel: "sms", to: message.to, title: "", text: message.body });
    if (options.reports) void report(message.sid, "sent").then(() => report(message.sid, "delivered"));
  };
  const answer = answering({ faults, optedOut, kept, keep, losing, now, receive });
  const listening = await listen(createServer(listener(answer)), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    loseNextAnswer: () => void (losing.next = true),
    messages: () => [...kept.values()],
    report,
    receive,
    stop: listening.stop,
  };
}

type Parts = Readonly<{
  faults: Faults;
  optedOut: ReadonlySet<string>;
  kept: ReadonlyMap<string, TwilioMessage>;
  keep(message: TwilioMessage): void;
  losing: { next: boolean };
  now(): number;
  receive: Twilio["receive"];
}>;

const answering =
  (parts: Parts) =>
  async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://local");
    const body = (await bodyOf(request)).toString();
    if (request.method === "POST" && pathname === "/control/inbound") {
      const { from, body: text } = JSON.parse(body);
      return asJson(200, { status: await parts.receive(String(from), String(text)) });
    }
    const fault = parts.faults.take();
    if (fault) return fault;
    if (!opensAccount(request.headers.authorization)) return refusal(unauthorized);
    const [, rest] = /^\/2010-04-01\/Accounts\/(?:AC0{31}1)(.*)\.json$/.exec(pathname) ?? [];
    if (request.method === "GET" && rest === "")
      return asJson(200, { sid: twilioAccount.accountSid, status: "active" });
    if (request.method === "GET" && rest === "/Messages")
      return listOf([...parts.kept.values()], searchParams);
    if (request.method === "POST" && rest === "/Messages") return take(request, body, parts);
    const message = parts.kept.get(/^\/Messages\/(\w+)$/.exec(rest ?? "")?.[1] ?? "");
    return request.method === "GET" && message ? asJson(200, shownOf(message)) : refusal(notFound);
  };

function take(request: IncomingMessage, body: string, parts: Parts): Reply | "cut" {
  if (!request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
    return refusal({ status: 400, code: 20001, message: "Content-Type" });
  const form = new URLSearchParams(body);
  const wrong = judgeForm(form, parts.optedOut);
  if (wrong) return refusal(wrong);
  const text = form.get("Body") ?? "";
  const message: TwilioMessage = {
    sid: sidOf(),
    to: form.get("To") ?? "",
    from: form.get("From") ?? twilioAccount.from,
    body: text,
    at: parts.now(),
    segments: new SegmentedMessage(text).segmentsCount,
    callback: form.get("StatusCallback"),
    status: "queued",
  };
  parts.keep(message);
  const isLost = parts.losing.next;
  parts.losing.next = false;
  return isLost ? "cut" : asJson(201, shownOf(message));
}

const refusal = ({ status, code, message }: TwilioError): Reply =>
  asJson(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

/** `DateSent>`: the day or the moment from which on, as the API takes both. */
function listOf(messages: readonly TwilioMessage[], query: URLSearchParams): Reply {
  const [to, since] = [query.get("To"), Date.parse(query.get("DateSent>") ?? "1970-01-01")];
  const found = messages.filter((message) => (to === null || message.to === to) && message.at >= since);
  return asJson(200, { messages: found.reverse().map(shownOf), page: 0, next_page_uri: null });
}
