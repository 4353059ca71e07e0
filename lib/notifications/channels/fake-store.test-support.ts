import type { ChannelStore } from "./store";

/** A store that writes down what it is told, and how much at a time; it refuses everything while `broken`. */
export function fakeChannelStore() {
  const told: string[] = [];
  const requests: number[] = [];
  const seen = new Set<string>();
  const state = { broken: false };
  const tell = async (...words: (string | null)[]) => {
    if (state.broken) throw new TypeError("fetch failed");
    told.push(words.filter((word) => word !== null).join(" "));
  };
  const store: ChannelStore = {
    stop: (channel, number, reason) => tell("stop", channel, number, reason),
    start: (channel, number) => tell("start", channel, number),
    async note(channel, { inbound = [], reports = [] }) {
      requests.push(inbound.length + reports.length);
      for (const { number, at } of inbound) await tell("inbound", channel, number, at);
      for (const { providerId, status, code } of reports) await tell("status", providerId, status, code);
    },
    async isNew(provider, eventId) {
      const key = `${provider} ${eventId}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  };
  return { store, told, requests, state };
}
