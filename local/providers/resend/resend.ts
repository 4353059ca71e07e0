import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { HOST } from "../../ports";
import type { Outbox } from "../outbox";
import { answerApi } from "./api";
import { answerControl, type Controlled } from "./control";
import { createFaults, type FaultAction } from "./faults";
import { createRate, type Rate } from "./rate";
import { type Answer, createState, problem, type SentEmail } from "./state";
import { createWebhooks, type WebhookTarget } from "./webhooks";

export type ResendOptions = Readonly<{
  /** 0 takes any free port. */
  port: number;
  apiKey?: string;
  restrictedKey?: string;
  verifiedDomains?: readonly string[];
  requestsPerSecond?: number;
  webhook?: WebhookTarget | null;
  /** Where what was accepted can be seen. */
  outbox?: Outbox;
  now?: () => number;
}>;

export type Resend = Readonly<{ url: string; emails(): readonly SentEmail[]; stop(): Promise<void> }>;

export const RESEND_API_KEY = "re_local_development_only";
export const RESEND_RESTRICTED_KEY = "re_local_sending_only";

/**
 * Stands in for api.resend.com: judges, remembers and answers as it does, and sends what was accepted to nobody. Mails
 * to bounced@, complained@ and suppressed@resend.dev come back as the service's own test addresses do.
 */
export async function startResend(options: ResendOptions): Promise<Resend> {
  const state = createState(options.now ?? Date.now);
  const faults = createFaults();
  const rate = createRate(options.requestsPerSecond ?? 10, state.now);
  let target = options.webhook ?? null;
  const webhooks = createWebhooks(() => target, state.now);
  const api = {
    apiKey: options.apiKey ?? RESEND_API_KEY,
    restrictedKey: options.restrictedKey ?? RESEND_RESTRICTED_KEY,
    verifiedDomains: options.verifiedDomains ?? ["example.com", "demo.local"],
    state,
    onSent: (email: SentEmail) => {
      const { to, subject, text } = email;
      options.outbox?.add({ channel: "resend", to: to.join(", "), title: subject, text: text ?? "" });
      void tell(email, webhooks);
    },
  };
  const control: Controlled = { state, faults, webhooks, setTarget: (next) => void (target = next) };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? "/", "http://local");
    const method = request.method ?? "GET";
    const body = await bodyOf(request);
    if (path.startsWith("/__fake/"))
      return give(response, await answerControl(method, path, jsonOf(body), control));
    const fault = faults.take(method, path);
    if (fault?.delayMs) await new Promise((over) => setTimeout(over, fault.delayMs));
    if (fault?.dropConnection === "before") return void response.destroy();
    const headers = textHeaders(request);
    const answer = answerOf(rate, fault, () => answerApi({ method, path, headers, body }, api));
    state.requests.push({ method, path, headers, body, status: answer.status });
    if (fault?.dropConnection === "after") return void response.destroy();
    give(response, answer, fault?.malformedJson);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${HOST}:${address.port}`, emails: () => [...state.emails.values()], stop };
}

function answerOf(rate: Rate, fault: FaultAction | null, act: () => Answer): Answer {
  if (fault?.status !== undefined)
    return { status: fault.status, body: fault.body ?? {}, headers: fault.headers };
  const { isOver, headers } = rate.take();
  const answer = isOver ? problem(429, "rate_limit_exceeded", "Too many requests.") : act();
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** What becomes of a mail, by the addresses that the service documents for tests. */
async function tell(
  email: SentEmail,
  { send }: Pick<ReturnType<typeof createWebhooks>, "send">,
): Promise<void> {
  const { id: email_id, from, to, subject, createdAt: created_at } = email;
  const name =
    /^(bounced|complained|suppressed)(\+[^@]*)?@resend\.dev$/.exec(to[0] ?? "")?.[1] ?? "delivered";
  const bounce = {
    type: "Permanent",
    subType: "General",
    message: "The recipient's mail server rejected the mail.",
  };
  email.lastEvent = name;
  const data = { email_id, from, to, subject, created_at, ...(name === "bounced" && { bounce }) };
  await send({ type: "email.sent", data, mode: "normal" });
  await send({ type: `email.${name}`, data, mode: "normal" });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

const textHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function give(response: ServerResponse, { status, body, headers }: Answer, malformed = false): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain" : "application/json";
  response.writeHead(status, { "content-type": type, ...headers }).end(malformed ? text.slice(0, -1) : text);
}
