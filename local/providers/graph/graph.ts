import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { HOST } from "../../ports";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import { graphApp, type GraphError, liveVersions } from "./app";
import { control } from "./control";
import { answerDesk } from "./desk";
import { answerDialog } from "./dialog";
import { createFiles, filesPath, type Files } from "./files";
import { judgeMessage } from "./judge";
import { manage, refusal } from "./management";
import { keepMemory } from "./memory";
import { createPhones, type GraphMessage, type Phones } from "./phones";
import { type Accounts, createAccounts } from "./state";
import type { Signing } from "./webhooks";

export type Graph = Readonly<{
  url: string;
  faults: Faults;
  /** Businesses, their numbers and templates, and the tokens that open them. */
  state: Accounts;
  phones: Phones;
  files: Files;
  /** Oldest first. */
  messages(): readonly GraphMessage[];
  /** A message from a phone (digits alone) to our own number. It opens the window of 24 hours here, too. */
  receive(from: string, body: string, signing?: Signing, id?: string): Promise<number | null>;
  /** Tells what became of a message. `error`: Meta's code, such as 131026. */
  report(id: string, status: string, error?: number, signing?: Signing): Promise<number | null>;
  /** Asks the product whether an address for webhooks is its own, as Meta does; true where it answers rightly. */
  verify(token?: string): Promise<boolean>;
  /** Method and path of each request to the API. */
  requests: readonly string[];
  stop(): Promise<void>;
}>;

export type GraphOptions = Readonly<{
  port: number;
  /** The product's address for webhooks. */
  webhookUrl?: string;
  /** Reports each message as sent and delivered by itself, as Meta does. */
  reports?: boolean;
  outbox?: Outbox;
  /** Where it remembers accounts and tokens; without one it forgets. */
  file?: string;
  now?: () => number;
}>;

/**
 * The Graph API with WhatsApp's Cloud API, as strict as the original: signing up, accounts, numbers, templates, messages
 * and webhooks. The page at `/` plays the other end, the phones of leads; `/control/<deed>` takes the same as JSON.
 */
export async function startGraph(options: GraphOptions): Promise<Graph> {
  const { port, webhookUrl = null, outbox, reports = false, now = Date.now } = options;
  const faults = createFaults();
  const state = createAccounts(now);
  const save = options.file === undefined ? () => undefined : keepMemory(state, options.file);
  const phones = createPhones({ state, webhookUrl, reports, outbox, now });
  const requests: string[] = [];
  const files = createFiles(state, now);
  const parts = { files, faults, state, phones, requests, now, save };
  const listening = await listen(createServer(listener(answering(parts))), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    state,
    phones,
    files,
    requests,
    messages: () => phones.kept,
    receive: (from, body, signing, id) =>
      phones.write({ from, body, ...(id !== undefined && { id }) }, signing),
    report: phones.report,
    verify: (token = graphApp.verifyToken) => verify(webhookUrl, token),
    stop: listening.stop,
  };
}

async function verify(webhookUrl: string | null, token: string): Promise<boolean> {
  const challenge = String(randomBytes(4).readUInt32BE());
  const query = { "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": challenge };
  const answer = await fetch(`${webhookUrl}?${new URLSearchParams(query).toString()}`);
  return answer.status === 200 && (await answer.text()) === challenge;
}

export type Parts = Readonly<{
  faults: Faults;
  state: Accounts;
  phones: Phones;
  files: Files;
  requests: string[];
  now(): number;
  save(): void;
}>;

const answering =
  (parts: Parts) =>
  async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const url = new URL(request.url ?? "/", "http://local");
    const text = (await bodyOf(request)).toString();
    const reply = await answerOf(parts, request, url, text);
    if (request.method !== "GET") parts.save();
    return reply;
  };

async function answerOf(parts: Parts, request: IncomingMessage, url: URL, text: string) {
  const { pathname, searchParams: query } = url;
  if (pathname === "/" || pathname.startsWith("/desk/")) return answerDesk(parts, pathname, text);
  if (pathname.startsWith("/control/")) return control(parts, pathname.slice(9), parsed(text));
  const [, version = "", path = ""] = /^\/(v\d+\.\d+)(\/.*)$/.exec(pathname) ?? [];
  if (path === "/dialog/oauth") return answerDialog(parts, request.method === "POST" ? text : null, query);
  const { method = "GET", headers } = request;
  if (pathname === filesPath)
    return parts.faults.take(pathname) ?? parts.files.fetch(query, headers.authorization);
  parts.requests.push(`${method} ${path}`);
  const fault = parts.faults.take(path);
  if (fault) return fault;
  if (!liveVersions.some((live) => live === version)) return refusal(deprecated);
  const [, target = ""] = /^\/(\w+)\/messages$/.exec(path) ?? [];
  if (target !== "") return send(parts, request, target, parsed(text));
  if (method === "GET" && parts.files.isFile(path.slice(1)))
    return parts.files.locate(path.slice(1), headers.authorization, query, `http://${headers.host}`);
  const [, asked = ""] = /^\/(\w+)\/message_history$/.exec(path) ?? [];
  if (asked !== "" && method === "GET") return history(parts, headers.authorization, asked, query);
  return manage(parts.state, parts.now, {
    method,
    path,
    query,
    authorization: headers.authorization,
    body: parsed(text),
  });
}

const deprecated: GraphError = {
  status: 400,
  code: 2635,
  message: "You are calling a deprecated version of the Graph API.",
};

function send({ state, phones }: Parts, request: IncomingMessage, number: string, body: unknown): Reply {
  const token = state.tokenOf(request.headers.authorization);
  if (!token)
    return refusal({ status: 401, code: 190, subcode: 463, message: "Error validating access token" });
  const account = state.ofNumber(number);
  if (!account || !token.accounts.includes(account.id) || request.method !== "POST")
    return refusal({
      status: 400,
      code: 100,
      subcode: 33,
      message: "Unsupported request: the object does not exist",
    });
  if (!request.headers["content-type"]?.startsWith("application/json"))
    return refusal({ status: 400, code: 100, message: "(#100) Content-Type" });
  if (account.numbers.find(({ id }) => id === number)?.status !== "CONNECTED")
    return refusal({ status: 400, code: 133_010, message: "Phone number not registered" });
  const judged = judgeMessage(body, {
    isOpen: (phone) => phones.isOpen(number, phone),
    isStopped: phones.isStopped,
    templates: account.templates,
  });
  if (!judged.ok) return refusal(judged.error);
  const { to } = judged.message;
  const contacts = [{ input: to, wa_id: to.replace(/^\+/, "") }];
  const messages = [{ id: phones.take(number, judged.message), message_status: "accepted" }];
  return asJson(200, { messaging_product: "whatsapp", contacts, messages });
}

/** What became of one message of a number: steps in capitals, and no words. */
function history(
  { state, phones }: Parts,
  authorization: string | undefined,
  number: string,
  query: URLSearchParams,
): Reply {
  const token = state.tokenOf(authorization);
  if (!token) return refusal({ status: 401, code: 190, message: "Error validating access token" });
  const account = state.ofNumber(number);
  const id = query.get("message_id");
  const sent = phones.kept.find((message) => message.id === id && message.number === number);
  if (!account || !token.accounts.includes(account.id))
    return refusal({ status: 400, code: 100, subcode: 33, message: "Unsupported get request" });
  const data = (phones.stepsOf(String(id)) ?? []).map((step) => ({
    delivery_status: step.toUpperCase(),
    webhook_update_state: "FAILED",
  }));
  return asJson(200, {
    data: sent ? [{ id: `history-${sent.id}`, message_id: sent.id, events: { data } }] : [],
    paging: { cursors: { before: "a", after: "b" } },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
