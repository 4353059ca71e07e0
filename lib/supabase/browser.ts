import { RealtimeClient } from "@supabase/supabase-js";

type Options = {
  /** The platform's address, http or https. */
  url: string;
  publishableKey: string;
  /** The person's present access token, called with each heartbeat; a new token is sent to the joined channels. */
  accessToken(): Promise<string>;
  reconnectAfterMs(tries: number): number;
};

type ChannelStatus = "SUBSCRIBED" | "CHANNEL_ERROR" | "TIMED_OUT" | "CLOSED";

type Handlers = {
  onStatus(status: ChannelStatus, reason?: string): void;
  onMessage(event: string, payload: unknown): void;
};

/**
 * The browser's trust level: Realtime only, under a short-lived token. The sign-in itself is in httpOnly cookies. Loads
 * on demand, and only the Realtime client (17 of supabase-js's 59 kB): nothing on screen waits for it.
 */
export function createLiveClient({ url, publishableKey, accessToken, reconnectAfterMs }: Options) {
  const client = new RealtimeClient(`${url.replace(/^http/, "ws")}/realtime/v1`, {
    params: { apikey: publishableKey },
    accessToken,
    // Two missed beats reveal a half-open connection: after 20 s instead of the default 50 s.
    heartbeatIntervalMs: 10_000,
    reconnectAfterMs,
  });
  return {
    /**
     * Joins the private channel of `topic`. `setAuth` comes first: the first join may otherwise be sent without a
     * token.
     */
    async join(topic: string, { onStatus, onMessage }: Handlers) {
      await client.setAuth();
      // Without `disconnect`, a closed socket would wait for its own next try.
      if (!client.isConnected()) await client.disconnect();
      const channel = client.channel(topic, { config: { private: true } });
      channel.on("broadcast", { event: "*" }, (message) => onMessage(message.event, message.payload));
      channel.subscribe((status, error) => onStatus(status, error?.message));
      return { leave: () => void client.removeChannel(channel) };
    },
    renewToken: () => void client.setAuth(),
    disconnect: () => void client.disconnect(),
  };
}

export type LiveClient = ReturnType<typeof createLiveClient>;
