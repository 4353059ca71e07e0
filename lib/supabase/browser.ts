import { RealtimeClient } from "@supabase/supabase-js";

type Options = {
  /** The platform's address, http or https. */
  url: string;
  publishableKey: string;
  /** The person's present access token. Asked again with each heartbeat; a new one is passed to the joined channels. */
  accessToken(): Promise<string>;
  reconnectAfterMs(tries: number): number;
};

type ChannelStatus = "SUBSCRIBED" | "CHANNEL_ERROR" | "TIMED_OUT" | "CLOSED";

type Handlers = {
  onStatus(status: ChannelStatus, reason?: string): void;
  onMessage(event: string, payload: unknown): void;
};

/**
 * The browser's trust level: Realtime only, under a short-lived token. The session itself is in httpOnly cookies.
 * Loaded on demand, and the Realtime client alone (17 kB of supabase-js's 59): nothing on screen waits for it.
 */
export function createLiveClient({ url, publishableKey, accessToken, reconnectAfterMs }: Options) {
  const client = new RealtimeClient(`${url.replace(/^http/, "ws")}/realtime/v1`, {
    params: { apikey: publishableKey },
    accessToken,
    // A half-open connection shows after two missed beats: 20 s instead of the stock 50 s.
    heartbeatIntervalMs: 10_000,
    reconnectAfterMs,
  });
  return {
    /** Joins the private channel of `topic`. The token goes first: the first join may otherwise leave without it. */
    async join(topic: string, { onStatus, onMessage }: Handlers) {
      await client.setAuth();
      // A closed socket would otherwise wait for its own next try, however urgent this one is.
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
