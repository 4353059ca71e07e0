/** A short-lived access token and where it is good for. */
export type LiveCredentials = {
  accessToken: string;
  /** From the moment of the answer: a device whose clock is wrong must not misjudge it. */
  expiresInMs: number;
  url: string;
  publishableKey: string;
};

/** Asked for this long before the end. The proxy renews a session in its last 60 s, so not earlier than that. */
const renewBeforeMs = 45_000;

export type TokenSource = {
  /** Rejects where no usable token is held and none could be had. */
  get(): Promise<LiveCredentials>;
  /** The server did not like it, or may not have: the next `get` asks for a new one. */
  doubt(): void;
};

/**
 * Keeps one token and renews it before it ends; callers at the same moment share one request. While renewal fails the
 * old token is answered until it ends. `onRenewed` is not called for the first token.
 */
export function createTokenSource(
  load: () => Promise<LiveCredentials>,
  now: () => number,
  onRenewed: () => void,
): TokenSource {
  let held: { credentials: LiveCredentials; endsAt: number } | null = null;
  let doubted = false;
  let loading: Promise<LiveCredentials> | null = null;

  const take = (credentials: LiveCredentials) => {
    const changed = held !== null && held.credentials.accessToken !== credentials.accessToken;
    held = { credentials, endsAt: now() + credentials.expiresInMs };
    doubted = false;
    if (changed) onRenewed();
    return credentials;
  };
  const renew = () => {
    loading ??= load()
      .then(take)
      .finally(() => {
        loading = null;
      });
    return loading;
  };

  return {
    async get() {
      const known = held;
      if (known && !doubted && known.endsAt - now() > renewBeforeMs) return known.credentials;
      try {
        return await renew();
      } catch (thrown) {
        if (known && known.endsAt > now()) return known.credentials;
        throw thrown;
      }
    },
    doubt() {
      doubted = true;
    },
  };
}
