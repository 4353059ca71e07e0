/** A short-lived access token and the platform it is for. */
export type LiveCredentials = {
  accessToken: string;
  /** Counted from the answer's arrival, so that a device with a wrong clock does not misjudge it. */
  expiresInMs: number;
  url: string;
  publishableKey: string;
};

/**
 * The token is renewed this long before it expires: less than the 60 s before the end in which proxy.ts renews
 * sign-ins.
 */
const renewBeforeMs = 45_000;

export type TokenKeeper = {
  /** Rejects if it holds no valid token and gets none. */
  get(): Promise<LiveCredentials>;
  /** Call when the server refused the token, or may have: the next `get` requests a new one. */
  doubt(): void;
};

/**
 * Keeps one token and renews it before it expires; simultaneous callers share one request. While renewal fails, `get`
 * answers the old token until it expires. `onRenewed` is not called for the first token.
 */
export function createTokenKeeper(
  load: () => Promise<LiveCredentials>,
  now: () => number,
  onRenewed: () => void,
): TokenKeeper {
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
