import type { LiveClient } from "@/lib/supabase/browser";
import { backOffMs } from "./backoff";
import type { Transport } from "./connection";
import type { TokenSource } from "./token-source";

/**
 * The stock Realtime client as a `Transport`. It is loaded, and told its address, on the first join: both the code and
 * the address come late on purpose (supabase-js is off the critical path, and no address is fixed at build time).
 */
export function createTransport(topic: string, tokens: TokenSource): Transport {
  let client: LiveClient | null = null;
  let stopped = false;

  async function connect(): Promise<LiveClient> {
    const [{ url, publishableKey }, { createLiveClient }] = await Promise.all([
      tokens.get(),
      import("@/lib/supabase/browser"),
    ]);
    client ??= createLiveClient({
      url,
      publishableKey,
      accessToken: async () => (await tokens.get()).accessToken,
      reconnectAfterMs: (tries) => backOffMs(tries - 1, Math.random, { capMs: 10_000 }),
    });
    return client;
  }

  return {
    async join(handlers) {
      // Without a token the client would join as nobody and be refused every few seconds.
      await tokens.get();
      const connected = await connect();
      if (stopped) return { leave: () => undefined };
      return connected.join(topic, handlers);
    },
    renewToken() {
      tokens.doubt();
      client?.renewToken();
    },
    disconnect() {
      stopped = true;
      client?.disconnect();
    },
  };
}
