import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { HOST } from "../../ports";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import { graphApp, type GraphError, liveVersions } from "./app";
import { type GivenMessage, judgeMessage, shownOf } from "./judge";
import { sendWebhook, type Signing, valueOf } from "./webhooks";

export type GraphMessage = Readonly<{ id: string; to: string; at: number; message: GivenMessage }>;

export type Graph = Readonly<{
  url: string;
  faults: Faults;
  /** Oldest first. */
  messages(): readonly GraphMessage[];
  /** A message from a phone (digits alone). It opens the window of 24 hours here, too. */
  receive(from: string, body: string, signing?: Signing, id?: string): Promise<number | null>;
  /** Tells what became of a message. `error`: Meta's code, such as 131026. */
  report(id: string, status: string, error?: number, signing?: Signing): Promise<number | null>;
  /** Asks the product whether an address for webhooks is its own, as Meta does; true where it answers rightly. */
  verify(token?: string): Promise<boolean>;
  stop(): Promise<void>;
}>;

export type GraphOptions = Readonly<{
  port: number;
  /** The product's address for webhooks. */
  webhookUrl?: string;
  /** Reports each message as sent and delivered by itself, as Meta does. */
  reports?: boolean;
  outbox?: Outbox;
  now?: () => number;
}>;

const dayMs = 24 * 60 * 60 * 1_000;

const idOf = () => `wamid.${randomBytes(24).toString("base64")}`;

/**
 * The Graph API with WhatsApp's Cloud API for one number, as far as sending and webhooks go: as strict as the original.
 * `POST /control/inbound` `{"from", "body"}` lets a phone write, for tests in other processes and for the demo.
 */
export async function startGraph(options: GraphOptions): Promise<Graph> {
  const { port, webhookUrl = null, outbox, now = Date.now } = options;
  const faults = createFaults();
  const kept: GraphMessage[] = [];
  const lastInbound = new Map<string, number>();
  const isOpen = (number: string) => now() < (lastInbound.get(number) ?? Number.NEGATIVE_INFINITY) + dayMs;

  const seconds = () => String(Math.floor(now() / 1_000));
  const send = async (content: object, signing?: Signing) =>
    webhookUrl === null ? null : sendWebhook(webhookUrl, [valueOf(content)], signing);
  const report: Graph["report"] = async (id, status, error, signing) => {
    const to = kept.find((message) => message.id === id)?.to;
    const errors = error === undefined ? {} : { errors: [{ code: error, title: "", href: "" }] };
    return send({ statuses: [{ id, status, timestamp: seconds(), recipient_id: to, ...errors }] }, signing);
  };
  const receive: Graph["receive"] = async (from, body, signing, id = idOf()) => {
    lastInbound.set(from, now());
    const contacts = [{ profile: { name: "Phone" }, wa_id: from }];
    const messages = [{ from, id, timestamp: seconds(), type: "text", text: { body } }];
    return send({ contacts, messages }, signing);
  };
  const take = (message: GivenMessage): string => {
    const to = message.to.replace(/^\+/, "");
    const id = idOf();
    kept.push({ id, to, at: now(), message });
    outbox?.add({ channel: "whatsapp", to: `+${to}`, title: "", text: shownOf(message) });
    if (options.reports) void report(id, "sent").then(() => report(id, "delivered"));
    return id;
  };
  const listening = await listen(createServer(listener(answering({ faults, isOpen, take, receive }))), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    messages: () => kept,
    receive,
    report,
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

type Parts = Readonly<{
  faults: Faults;
  isOpen(number: string): boolean;
  take(message: GivenMessage): string;
  receive: Graph["receive"];
}>;

const answering =
  ({ faults, isOpen, take, receive }: Parts) =>
  async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const { pathname } = new URL(request.url ?? "/", "http://local");
    const body = parsed((await bodyOf(request)).toString());
    if (request.method === "POST" && pathname === "/control/inbound") {
      const { from, body: text } = Object(body);
      return asJson(200, { status: await receive(String(from).replace(/^\+/, ""), String(text)) });
    }
    const fault = faults.take();
    if (fault) return fault;
    const error = judgeRequest(request, pathname);
    if (error) return refusal(error);
    const judged = judgeMessage(body, isOpen);
    if (!judged.ok) return refusal(judged.error);
    const { to } = judged.message;
    const contacts = [{ input: to, wa_id: to.replace(/^\+/, "") }];
    const messages = [{ id: take(judged.message), message_status: "accepted" }];
    return asJson(200, { messaging_product: "whatsapp", contacts, messages });
  };

function judgeRequest({ method, headers }: IncomingMessage, pathname: string): GraphError | null {
  const [, version = "", target = "", edge = ""] = /^\/(v\d+\.\d+)\/(\w+)\/(\w+)$/.exec(pathname) ?? [];
  if (!liveVersions.some((live) => live === version))
    return { status: 400, code: 2635, message: "You are calling a deprecated version of the Graph API." };
  if (headers.authorization !== `Bearer ${graphApp.token}`)
    return { status: 401, code: 190, subcode: 463, message: "Error validating access token" };
  if (target !== graphApp.phoneNumberId || edge !== "messages" || method !== "POST")
    return { status: 400, code: 100, subcode: 33, message: "Unsupported request: the object does not exist" };
  if (!headers["content-type"]?.startsWith("application/json"))
    return { status: 400, code: 100, message: "(#100) Content-Type" };
  return null;
}

const refusal = ({ status, code, subcode, message }: GraphError): Reply =>
  asJson(status, {
    error: {
      message,
      type: "OAuthException",
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      error_data: { messaging_product: "whatsapp", details: message },
      fbtrace_id: randomBytes(12).toString("base64url"),
    },
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
