import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:https";
import path from "node:path";
import { HOST } from "../../ports";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";
import { judgeAuthorization } from "./authorization";
import { type Certificate, createCertificate } from "./certificate";
import { judgeRequest, messageOf, type PushMessage, shownOf } from "./push-message";
import { createSubscriptions, type Subscription, type Subscriptions } from "./subscriptions";

export type PushService = Readonly<{
  url: string;
  /** The host with its port, for PUSH_HOSTS. */
  host: string;
  /** PEM, for NODE_EXTRA_CA_CERTS. `certificateFile`: where it lies, null without a folder. */
  certificate: string;
  certificateFile: string | null;
  faults: Faults;
  subscriptions: Subscriptions;
  /** As a browser's `PushSubscription.toJSON()`. */
  subscribe(applicationServerKey: string | null): PushSubscription;
  /** What is kept for a subscription at this moment, oldest first. */
  messages(): readonly PushMessage[];
  stop(): Promise<void>;
}>;

type PushSubscription = Readonly<{
  endpoint: string;
  expirationTime: null;
  keys: { p256dh: string; auth: string };
}>;

export type PushOptions = Readonly<{ port: number; folder?: string; outbox?: Outbox; now?: () => number }>;

/**
 * A push service as browsers' makers run them (RFC 8030, 8188, 8291, 8292), over https with a certificate of its own,
 * which the product is told to trust by NODE_EXTRA_CA_CERTS. Instead of a browser it decrypts, and shows what arrived.
 * `POST /subscriptions` makes a subscription, for tests in other processes: `{"applicationServerKey": "…"}` or `{}`.
 */
export async function startPushService(options: PushOptions): Promise<PushService> {
  const { port, folder, outbox, now = Date.now } = options;
  const pair = folder === undefined ? createCertificate() : keptCertificate(folder);
  const faults = createFaults();
  const subscriptions = createSubscriptions(folder ?? null);
  const kept = createKept(now, outbox);
  const at = { origin: "" };
  const answer = answering({ faults, subscriptions, kept, now, at });
  const server = createServer({ key: pair.key, cert: pair.certificate }, listener(answer));
  const listening = await listen(server, port);
  const host = `${HOST}:${listening.port}`;
  at.origin = `https://${host}`;
  return {
    url: at.origin,
    host,
    certificate: pair.certificate,
    certificateFile: folder === undefined ? null : path.join(folder, "certificate.pem"),
    faults,
    subscriptions,
    subscribe: (applicationServerKey) =>
      asSubscription(subscriptions.create(applicationServerKey), at.origin),
    messages: kept.list,
    stop: listening.stop,
  };
}

type Kept = Readonly<{ add(message: PushMessage): void; list(): readonly PushMessage[] }>;

/** The messages that wait for their browsers. One under a topic replaces the one before; none outlives its TTL. */
function createKept(now: () => number, outbox: Outbox | undefined): Kept {
  let kept: PushMessage[] = [];
  return {
    add(message) {
      const { topic, subscriptionId } = message;
      const replaces = (other: PushMessage) =>
        topic !== null && other.topic === topic && other.subscriptionId === subscriptionId;
      kept = [...kept.filter((other) => !replaces(other)), message].slice(-500);
      outbox?.add({ channel: "push", to: `…${subscriptionId.slice(-8)}`, ...shownOf(message.text) });
    },
    list: () => kept.filter(({ at, ttlSeconds }) => at + ttlSeconds * 1_000 >= now()),
  };
}

const asSubscription = ({ id, keys }: Subscription, origin: string): PushSubscription => ({
  endpoint: `${origin}/push/${id}`,
  expirationTime: null,
  keys: { p256dh: keys.publicKey, auth: keys.auth },
});

type Parts = Readonly<{
  faults: Faults;
  subscriptions: Subscriptions;
  kept: Kept;
  now: () => number;
  at: Readonly<{ origin: string }>;
}>;

const answering =
  ({ faults, subscriptions, kept, now, at }: Parts) =>
  async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const body = await bodyOf(request);
    if (request.method !== "POST") return { status: 405, body: "" };
    if (request.url === "/subscriptions") {
      const { applicationServerKey = null } = JSON.parse(body.toString() || "{}");
      return asJson(201, asSubscription(subscriptions.create(applicationServerKey), at.origin));
    }
    const fault = faults.take();
    if (fault) return fault;
    const id = /^\/push\/([\w-]+)$/.exec(request.url ?? "")?.[1] ?? "";
    const subscription = subscriptions.find(id);
    if (!subscription) return { status: 404, body: "no such subscription" };
    if (subscription.state === "gone") return { status: 410, body: "unsubscribed" };
    const expected = { origin: at.origin, key: subscription.applicationServerKey, now: now() };
    const refused =
      (await judgeAuthorization(request.headers.authorization, expected)) ??
      judgeRequest(request.headers, body);
    if (refused) return { status: refused.status, body: refused.text };
    if (subscription.state === "alive") kept.add(messageOf(request.headers, body, subscription, now()));
    return { status: 201, headers: { location: `${at.origin}/message/${id}` }, body: "" };
  };

/** The certificate of an earlier run, so that whoever trusts it need not be told anew. */
function keptCertificate(folder: string): Certificate {
  const files = { certificate: path.join(folder, "certificate.pem"), key: path.join(folder, "key.pem") };
  if (existsSync(files.certificate) && existsSync(files.key))
    return { certificate: readFileSync(files.certificate, "utf8"), key: readFileSync(files.key, "utf8") };
  const made = createCertificate();
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.key, made.key, { mode: 0o600 });
  writeFileSync(files.certificate, made.certificate);
  return made;
}
