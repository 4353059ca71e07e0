import type { ChannelStore } from "./store";

/** A store that writes down what it is told, and refuses everything while `broken`. */
export function fakeChannelStore() {
  const told: string[] = [];
  const seen = new Set<string>();
  const state = { broken: false };
  const tell = async (...words: (string | null)[]) => {
    if (state.broken) throw new TypeError("fetch failed");
    told.push(words.filter((word) => word !== null).join(" "));
  };
  const store: ChannelStore = {
    stop: (channel, number, reason) => tell("stop", channel, number, reason),
    start: (channel, number) => tell("start", channel, number),
    noteInbound: (channel, number, at) => tell("inbound", channel, number, at),
    noteStatus: ({ providerId, status, code }) => tell("status", providerId, status, code),
    async isNew(provider, eventId) {
      const key = `${provider} ${eventId}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  };
  return { store, told, state };
}
