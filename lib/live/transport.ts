import type { LiveClient } from "@/lib/supabase/browser";
import { backOffMs } from "./backoff";
import type { Transport } from "./connection";
import type { TokenKeeper } from "./token-keeper";

/**
 * The Realtime client as a `Transport`. The first join loads its code (off the critical path) and sets its address (not
 * fixed at build time).
 */
export function createTransport(topic: string, tokens: TokenKeeper): Transport {
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
      // Without a token the client would join anonymously and be refused every few seconds.
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
