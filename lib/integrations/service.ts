import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { beginAttempt, finishAttempt } from "./attempt";
import { sealTokens } from "./kept-tokens";
import { answered, type Fault, type Tokens } from "./contract/duties";
import { serverProviders } from "./server-registry";
import { connectionStore } from "./store";
import { lookAfter, opened, runIntegrations, type IntegrationRun, type WorkerParts } from "./worker";

/** The ways of connecting that this platform has; none where it has no keys, or no secret key. */
export type Ways = Readonly<Record<string, readonly ("oauth" | "personal")[]>>;

/** Why connecting did not work, as the page says it: `settings.integrations.failed.<why>`. */
export type ConnectFailure = "notConfigured" | "denied" | "stale" | "scope" | "key" | "provider" | "busy";

/** A run of the ticker's route ends in time for the deliveries that follow. */
const runMs = 15_000;

function platform(): (WorkerParts & { siteUrl: string }) | null {
  const read = environment();
  const store = read.ok ? connectionStore() : null;
  if (!read.ok || !store || read.env.integrationKeys.length === 0 || !read.env.siteUrl) return null;
  const siteUrl = read.env.siteUrl.replace(/\/+$/, "");
  return {
    store,
    ring: read.env.integrationKeys,
    providers: serverProviders(),
    webhookBase: `${siteUrl}/api/webhooks/connections`,
    siteUrl,
    now: Date.now,
    wait: (ms) => wait(ms),
    report: (fault, thrown) => log.error(fault, describeError(thrown)),
  };
}

export function waysToConnect(): Ways {
  const providers = platform()?.providers ?? new Map();
  return Object.fromEntries(
    [...providers].map(([name, { oauth }]) => [
      name,
      oauth ? (["oauth", "personal"] as const) : (["personal"] as const),
    ]),
  );
}

const redirectOf = (siteUrl: string, provider: string) => `${siteUrl}/api/integrations/${provider}/callback`;

/** Where a person goes to connect, and what their browser keeps until they are back. Throws refusals: `rate_limited`. */
export async function beginConnecting(
  userId: string,
  provider: string,
): Promise<Result<{ url: string; kept: string }>> {
  const parts = platform();
  const oauth = parts?.providers.get(provider)?.oauth;
  if (!parts || !oauth) return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  const { state, challenge, kept } = beginAttempt(parts.ring, userId, provider, parts.now());
  return ok({
    url: oauth.authorizeUrl({ state, challenge, redirectUri: redirectOf(parts.siteUrl, provider) }),
    kept,
  });
}

type Back = Readonly<{
  code: string | null;
  state: string | null;
  error: string | null;
  kept: string | undefined;
}>;

/** A person is back from a provider. Null: connected. */
export async function finishConnecting(
  userId: string,
  provider: string,
  { code, state, error, kept }: Back,
): Promise<ConnectFailure | null> {
  const parts = platform();
  const oauth = parts?.providers.get(provider)?.oauth;
  if (!parts || !oauth) return "notConfigured";
  const verifier = finishAttempt(parts.ring, userId, provider, { kept, state, now: parts.now() });
  if (verifier === null) return "stale";
  if (error !== null || code === null) return "denied";
  const redirectUri = redirectOf(parts.siteUrl, provider);
  const tokens = await oauth.exchange({ code, verifier, redirectUri });
  return tokens.ok ? keep(parts, userId, provider, "oauth", tokens.value) : said(tokens);
}

/** Connects by a key that the person made at the provider. Null: connected. Throws refusals: `rate_limited`. */
export async function connectByKey(
  userId: string,
  provider: string,
  key: string,
): Promise<ConnectFailure | null> {
  const parts = platform();
  const tokens = parts?.providers.get(provider)?.readPersonal(key) ?? null;
  if (!parts) return "notConfigured";
  await parts.store.takePress(userId);
  return tokens ? keep(parts, userId, provider, "personal", tokens) : "key";
}

async function keep(
  parts: WorkerParts,
  userId: string,
  provider: string,
  kind: "oauth" | "personal",
  tokens: Tokens,
): Promise<ConnectFailure | null> {
  const known = parts.providers.get(provider);
  if (!known) return "notConfigured";
  // A person may have given less than was asked for.
  if (tokens.scopes && !known.needed.every((scope) => tokens.scopes?.includes(scope))) return "scope";
  const fresh = async () => answered(tokens.accessToken);
  const account = await known.account({
    token: fresh,
    renewed: async () => ({ ok: false, fault: "credentials" }),
  });
  if (!account.ok) return kind === "personal" && account.fault === "credentials" ? "key" : said(account);
  await parts.store.connect({
    user_id: userId,
    provider,
    kind,
    account: account.value,
    scopes: [...(tokens.scopes ?? [])],
    tokens: sealTokens(parts.ring, { userId, provider }, tokens),
    ...(tokens.expiresAt !== null && { expires_at: tokens.expiresAt }),
  });
  return null;
}

const said = ({ fault }: Fault): ConnectFailure =>
  fault === "scope" ? "scope" : fault === "limit" ? "busy" : fault === "credentials" ? "stale" : "provider";

/** Fetches everything now. Answers what stopped it, or null. Throws refusals. */
export async function syncNow(userId: string, provider: string): Promise<Result<{ fault: string | null }>> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, provider);
  if (!parts || !kept?.credentials) return fail("not_found", { path: "provider" });
  if (kept.status === "needs_reconnect") return ok({ fault: "credentials" });
  await parts.store.takePress(userId);
  const fault = await lookAfter(parts, kept, true);
  return ok({ fault: fault?.fault ?? null });
}

/** Takes back what was given at the provider as far as it can be reached, and forgets what opens the account. */
export async function disconnect(userId: string, provider: string): Promise<Result<{ revoked: boolean }>> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, provider);
  if (!parts || !kept) return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  const using = opened(parts, kept, false);
  const revoked = await (using?.provider.revoke(using.session, using.tokens) ?? Promise.resolve()).then(
    () => true,
    (thrown: unknown) => {
      log.warn("a connection was not taken back at its provider", describeError(thrown));
      return false;
    },
  );
  await parts.store.disconnect(kept.id);
  return ok({ revoked });
}

/** The status with which a provider's message is answered. Never 410: Calendly would end the subscription. */
export async function takeConnectionEvent(
  id: string,
  headers: Pick<Headers, "get">,
  body: Uint8Array,
): Promise<204 | 403 | 404 | 503> {
  const parts = platform();
  if (!parts) return 503;
  const kept = await parts.store.byId(id);
  const using = kept && opened(parts, kept, false);
  if (!using) return 404;
  const { provider, tokens } = using;
  const nowSeconds = Math.floor(parts.now() / 1_000);
  const verdict = provider.readWebhook({ headers, body, key: tokens.webhookKey, nowSeconds });
  if (verdict.taken) await parts.store.keepEvent(id, verdict.eventId, new TextDecoder().decode(body));
  else {
    log.warn("webhook refused", { provider: kept.provider, reason: verdict.again ? "clock" : "signature" });
    if (verdict.again) await parts.store.hasten(id);
  }
  return verdict.taken ? 204 : 403;
}

/** Works in what was told and looks after what is due; null where nothing can be connected here. */
export async function runDueIntegrations(): Promise<IntegrationRun | null> {
  const parts = platform();
  if (!parts) return null;
  const ends = parts.now() + runMs;
  return runIntegrations(parts, () => parts.now() < ends);
}
