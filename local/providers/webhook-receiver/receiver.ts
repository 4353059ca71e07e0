import { createServer, type IncomingMessage } from "node:http";
import { Webhook } from "standardwebhooks";
import { HOST } from "../../ports";
import { asJson, bodyOf, createFaults, type Faults, listen, listener, type Reply } from "../http";
import type { Outbox } from "../outbox";

/** What came: `verified` by one of the secrets that the receiver knows, or by none of them. */
export type Received = Readonly<{
  path: string;
  id: string;
  signature: string;
  verified: boolean;
  body: string;
}>;

export type WebhookReceiver = Readonly<{
  url: string;
  faults: Faults;
  /** The secrets that it verifies by from now on. */
  know(secrets: readonly string[]): void;
  /** Oldest first. */
  received(): readonly Received[];
  stop(): Promise<void>;
}>;

export type ReceiverOptions = Readonly<{ port: number; outbox?: Outbox }>;

const headerNames = ["webhook-id", "webhook-timestamp", "webhook-signature"] as const;

/**
 * A system that takes webhooks as standardwebhooks.com has it, and verifies them by the library of those who wrote that.
 * Without a secret it takes everything, and says so; with one it refuses what is not signed by it. `POST /control/secrets`
 * `["whsec_…"]` tells it its secrets, and `GET /control/received` what came, for tests in other processes.
 */
export async function startWebhookReceiver({ port, outbox }: ReceiverOptions): Promise<WebhookReceiver> {
  const faults = createFaults();
  const received: Received[] = [];
  let known: readonly string[] = [];
  const answer = async (request: IncomingMessage): Promise<Reply | "hang" | "cut"> => {
    const { pathname: path } = new URL(request.url ?? "/", "http://local");
    const body = (await bodyOf(request)).toString();
    if (path === "/control/secrets") {
      known = JSON.parse(body);
      return asJson(200, {});
    }
    if (path === "/control/received") return asJson(200, received);
    const fault = faults.take();
    if (fault) return fault;
    if (request.method !== "POST") return asJson(405, {});
    const headers = Object.fromEntries(
      headerNames.map((name) => [name, String(request.headers[name] ?? "")]),
    );
    const verified = known.some((secret) => isVerified(secret, body, headers));
    const { "webhook-id": id = "", "webhook-signature": signature = "" } = headers;
    received.push({ path, id, signature, verified, body });
    outbox?.add({ channel: "webhook", to: path, title: titleOf(verified, known.length > 0), text: body });
    return asJson(known.length > 0 && !verified ? 401 : 200, {});
  };
  const listening = await listen(createServer(listener(answer)), port);
  return {
    url: `http://${HOST}:${listening.port}`,
    faults,
    know: (secrets) => void (known = secrets),
    received: () => received,
    stop: listening.stop,
  };
}

const titleOf = (verified: boolean, knows: boolean): string =>
  verified
    ? "Signature verified"
    : knows
      ? "Signature refused"
      : "Signature not checked: no secret is known here";

function isVerified(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
