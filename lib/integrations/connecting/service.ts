import "server-only";
import { beginAttempt, finishAttempt } from "@/lib/integrations/attempt";
import {
  answered,
  faulty,
  type Account,
  type Fault,
  type Filled,
  type Provider,
  type Tokens,
} from "@/lib/integrations/contract/duties";
import { sealTokens } from "@/lib/integrations/kept-tokens";
import { platform } from "@/lib/integrations/service";
import type { WorkerParts } from "@/lib/integrations/worker";
import { fail, ok, type Result } from "@/lib/result";

/**
 * Why connecting did not work, as the page says it: a key of `settings.integrations.failed` (notConfigured, denied, stale,
 * scope, key, account, foreign, provider, busy), or the provider's own `problem`, of `settings.integrations.problems`.
 */
export type ConnectFailure = string;

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
  filled: Filled = {},
): Promise<ConnectFailure | null> {
  const parts = platform();
  const tokens = parts?.providers.get(provider)?.readPersonal(key) ?? null;
  if (!parts) return "notConfigured";
  await parts.store.takePress(userId);
  return tokens ? keep(parts, userId, provider, "personal", tokens, filled) : "key";
}

async function keep(
  parts: WorkerParts,
  userId: string,
  provider: string,
  kind: "oauth" | "personal",
  tokens: Tokens,
  filled: Filled = {},
): Promise<ConnectFailure | null> {
  const known = parts.providers.get(provider);
  if (!known) return "notConfigured";
  const account = await proved(known, kind, tokens, filled);
  if (!account.ok) return account.why;
  await parts.store.connect({
    user_id: userId,
    provider,
    kind,
    account: account.value,
    scopes: [...(tokens.scopes ?? [])],
    tokens: sealTokens(parts.ring, { userId, provider }, tokens),
    ...(tokens.expiresAt !== null && { expires_at: tokens.expiresAt }),
    notifies: known.notify !== undefined,
  });
  return null;
}

/** Whose account it is, asked with what opens it: nobody is connected by what opens nothing. */
export async function proved(
  known: Provider,
  kind: "oauth" | "personal",
  tokens: Tokens,
  filled: Filled = {},
): Promise<Readonly<{ ok: true; value: Account } | { ok: false; why: ConnectFailure }>> {
  // A person may have given less than was asked for.
  if (tokens.scopes && !known.needed.every((scope) => tokens.scopes?.includes(scope)))
    return { ok: false, why: "scope" };
  const fresh = async () => answered(tokens.accessToken);
  const account = await known.account({ token: fresh, renewed: async () => faulty("credentials") }, filled);
  if (account.ok) return account;
  const isKey = kind === "personal" && isOfKey(account.fault, filled);
  return { ok: false, why: account.problem ?? (isKey ? "key" : said(account)) };
}

/** What is wrong with the key or the address itself. What is not there may be another thing that the person filled in. */
const isOfKey = (fault: Fault["fault"], filled: Filled): boolean =>
  fault === "credentials" || fault === "refused" || (fault === "gone" && Object.keys(filled).length === 0);

/** What a fault of connecting is for the person; anything else is the provider's. */
const failures: Partial<Record<Fault["fault"], ConnectFailure>> = {
  scope: "scope",
  limit: "busy",
  credentials: "stale",
  gone: "account",
  foreign: "foreign",
};

const said = ({ fault }: Fault): ConnectFailure => failures[fault] ?? "provider";
