import { answered, faulty, type Access, type Answer, type Tokens } from "./contract/duties";

/** Tokens as they are kept: `version` rises with each pair. */
export type Kept = Readonly<{ tokens: Tokens; version: number }>;

type Refresh = (refreshToken: string) => Promise<Answer<Tokens>>;

export type AccessParts = Readonly<{
  /** What is kept now; null where the person has disconnected meanwhile. */
  read(): Promise<Kept | null>;
  /** Whether the caller is the one who renews the tokens of this version, for so many seconds. */
  lease(version: number, seconds: number): Promise<boolean>;
  /** Puts tokens in the place of those of `version`; false where others came first. */
  store(version: number, tokens: Tokens): Promise<boolean>;
  /** Null where tokens of this sort are not renewed. */
  refresh: Refresh | null;
  now(): number;
  wait(ms: number): Promise<void>;
}>;

/** Two requests of ten seconds, and what it takes to write the answer down. */
const leaseSeconds = 30;
const waitMs = 500;
/** A token that ends within a minute may end on the way. */
const marginMs = 60_000;

/**
 * The token of one connection. A refresh token is good for one use: whoever holds the lease on its version renews it,
 * writes the new pair down before anything else is judged, and everybody else waits for that.
 */
export function createAccess(parts: AccessParts, first: Kept): Access {
  let current = first;
  let renewing: Promise<Answer<string>> | null = null;

  async function renew(): Promise<Answer<string>> {
    const renewed = await renewedAfter(parts, current.version);
    if (!renewed.ok) return renewed;
    current = renewed.value;
    return answered(current.tokens.accessToken);
  }
  const renewOnce = () => (renewing ??= renew().finally(() => (renewing = null)));
  return {
    async token() {
      const { accessToken, expiresAt } = current.tokens;
      const isFresh = expiresAt === null || Date.parse(expiresAt) - parts.now() > marginMs;
      return isFresh ? answered(accessToken) : renewOnce();
    },
    async renewed(stale) {
      return current.tokens.accessToken === stale ? renewOnce() : answered(current.tokens.accessToken);
    },
  };
}

/** Tokens of a later version than `version`, whoever renews them. */
async function renewedAfter(parts: AccessParts, version: number): Promise<Answer<Kept>> {
  for (let waited = 0; waited <= leaseSeconds * 1_000; waited += waitMs) {
    const kept = await parts.read();
    if (kept === null) return faulty("credentials");
    if (kept.version !== version) return answered(kept);
    const { refreshToken } = kept.tokens;
    if (refreshToken === null || parts.refresh === null) return faulty("credentials");
    if (await parts.lease(version, leaseSeconds)) return exchange(parts, kept, refreshToken, parts.refresh);
    await parts.wait(waitMs);
  }
  return faulty("unreachable");
}

async function exchange(
  parts: AccessParts,
  { tokens: old, version }: Kept,
  refreshToken: string,
  refresh: Refresh,
): Promise<Answer<Kept>> {
  let answer = await refresh(refreshToken);
  // Nobody knows whether an answer that was lost had used the token up: it is tried once more, and then it is known.
  if (!answer.ok && answer.fault === "unreachable") answer = await refresh(refreshToken);
  if (!answer.ok && answer.fault !== "credentials") return answer;
  if (answer.ok) {
    const { webhookKey } = old;
    const tokens = { ...answer.value, refreshToken: answer.value.refreshToken ?? refreshToken, webhookKey };
    if (await storeForSure(parts, version, tokens)) return answered({ tokens, version: version + 1 });
  }
  // Somebody whose lease had ended may have renewed it all the same.
  const now = await parts.read();
  return now && now.version !== version ? answered(now) : faulty("credentials");
}

/** A pair that is not written down is lost for good: a database that does not answer is asked three times. */
async function storeForSure(parts: AccessParts, version: number, tokens: Tokens): Promise<boolean> {
  for (const patience of [1, 2]) {
    try {
      return await parts.store(version, tokens);
    } catch {
      await parts.wait(waitMs * patience);
    }
  }
  return parts.store(version, tokens);
}
