import { createServer } from "node:http";
import { asJson, listen, listener, type Reply } from "../local/providers/http";

const minuteMs = 60_000;
/** Events begin from tomorrow on, some minutes apart: all of them within the window that is fetched. */
const stepMs = 8 * minuteMs;

const instant = (at: number) => new Date(at).toISOString();

/**
 * Calendly's two lists with `count` events, each with one invitee. Every page and every event is found at once: the
 * stand-in of the local platform searches, which would count against whoever asks more often.
 */
export async function serveEvents(count: number) {
  const begin = Date.now() + 24 * 60 * minuteMs;
  const ground = { url: "", requests: 0 };
  const changes = new Map<number, number>();
  const changedAt = (at: number) => instant(changes.get(at) ?? begin - 30 * 24 * 60 * minuteMs);
  const shownEvent = (at: number) => ({
    uri: `${ground.url}/scheduled_events/${at}`,
    start_time: instant(begin + at * stepMs),
    end_time: instant(begin + at * stepMs + 5 * minuteMs),
    updated_at: changedAt(at),
  });
  const invitee = (at: number) => ({
    uri: `${ground.url}/scheduled_events/${at}/invitees/1`,
    email: `invitee-${at}@lead.test`,
    status: "active",
    updated_at: changedAt(at),
    event: `${ground.url}/scheduled_events/${at}`,
  });
  function answer(url: URL): Reply {
    const [, of] = /^\/scheduled_events\/(\d+)\/invitees$/.exec(url.pathname) ?? [];
    if (of !== undefined)
      return asJson(200, { collection: [invitee(Number(of))], pagination: { next_page_token: null } });
    const asked = Date.parse(url.searchParams.get("min_start_time") ?? "");
    const first = Math.max(0, Math.ceil((asked - begin) / stepMs));
    const from = Number(url.searchParams.get("page_token") ?? first);
    const to = Math.min(count, from + 100);
    const collection = Array.from({ length: to - from }, (_, index) => shownEvent(from + index));
    return asJson(200, { collection, pagination: { next_page_token: to < count ? String(to) : null } });
  }
  const server = createServer(
    listener(async ({ url = "/" }) => {
      ground.requests += 1;
      return answer(new URL(url, "http://local"));
    }),
  );
  const { port, stop } = await listen(server, 0);
  ground.url = `http://127.0.0.1:${port}`;
  return {
    url: ground.url,
    /** How many requests there were since the last time that this was asked. */
    takeRequests: () => {
      const { requests } = ground;
      ground.requests = 0;
      return requests;
    },
    /** Every so-manieth event changes now. */
    change(every: number) {
      for (let at = 0; at < count; at += every) changes.set(at, Date.now());
    },
    stop,
  };
}

export type Events = Awaited<ReturnType<typeof serveEvents>>;
