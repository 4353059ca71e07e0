import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { HOST } from "../../ports";
import { createClock } from "../clock";
import { bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import type { Resending } from "../resending";
import { graphApp, type GraphError, liveVersions } from "./app";
import { control } from "./control";
import { answerDesk } from "./desk";
import { answerDialog } from "./dialog";
import { createFiles, filesPath, type Files } from "./files";
import { manage, refusal } from "./management";
import { keepMemory } from "./memory";
import { history, send } from "./messages";
import { createPhones, type GraphMessage, type Phones } from "./phones";
import { type Accounts, createAccounts } from "./state";
import type { Mode } from "./webhooks";

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
  receive(from: string, body: string, mode?: Mode, id?: string): Promise<number | null>;
  /** Tells what became of a message. `error`: Meta's code, such as 131026. */
  report(id: string, status: string, error?: number, mode?: Mode): Promise<number | null>;
  /** Asks the product whether an address for webhooks is its own, as Meta does; true where it answers rightly. */
  verify(token?: string): Promise<boolean>;
  /** Method and path of each request to the API. */
  requests: readonly string[];
  /** Those of them that the API does not have. */
  unexpected: readonly string[];
  /** Of deliveries that were not taken. */
  resending: Resending;
  /** The time over there. */
  now(): number;
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
  const { port, webhookUrl = null, outbox, reports = false } = options;
  const faults = createFaults();
  const clock = createClock(options.now ?? Date.now);
  const { now } = clock;
  const state = createAccounts(now);
  const save = options.file === undefined ? () => undefined : keepMemory(state, options.file);
  const phones = createPhones({ state, webhookUrl, reports, outbox, clock });
  const [requests, unexpected]: [string[], string[]] = [[], []];
  const files = createFiles(state, now);
  const parts = { files, faults, state, phones, requests, unexpected, now, save };
  const listening = await listen(createServer(listener(answering(parts))), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    state,
    phones,
    files,
    requests,
    unexpected,
    resending: phones.resending,
    now,
    messages: () => phones.kept,
    receive: (from, body, mode, id) => phones.write({ from, body, ...(id !== undefined && { id }) }, mode),
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
  unexpected: string[];
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
  if (!edges.test(path)) parts.unexpected.push(`${method} ${path}`);
  return manage(parts.state, parts.now, {
    method,
    path,
    query,
    authorization: headers.authorization,
    body: parsed(text),
  });
}

/** Whatever else is asked for, a message's media excepted, is nothing that the API has. */
const edges =
  /^\/(\d+(\/(register|phone_numbers|message_templates|subscribed_apps))?|oauth\/access_token|debug_token)$/;

const deprecated: GraphError = {
  status: 400,
  code: 2635,
  message: "You are calling a deprecated version of the Graph API.",
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
