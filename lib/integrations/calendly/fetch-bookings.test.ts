import { describe, expect, it } from "vitest";
import { apiUrl, calendlyWith, list, now, sessionWith } from "./calendly.test-support";
import { fetchBookings } from "./fetch-bookings";

const minuteMs = 60_000;
const at = (minutes: number) => new Date(now + minutes * minuteMs).toISOString();
const event = (name: string, changed: number, starts = 60) => ({
  uri: `${apiUrl}/scheduled_events/${name}`,
  start_time: at(starts),
  end_time: at(starts + 30),
  updated_at: at(changed),
});
const invitee = (name: string, email = "dana@lead.test") => ({
  uri: `${apiUrl}/scheduled_events/${name}/invitees/1`,
  email,
  status: "active",
  updated_at: at(-1),
  event: `${apiUrl}/scheduled_events/${name}`,
});
const listed = "GET /scheduled_events";
/** The events from the beginning that is asked for, `size` to a page. */
const window =
  (events: readonly ReturnType<typeof event>[], size = 100) =>
  (query: URLSearchParams) => {
    const asked = events.filter(({ start_time }) => start_time >= (query.get("min_start_time") ?? ""));
    const from = Number(query.get("page_token") ?? 0);
    const next = from + size < asked.length ? String(from + size) : null;
    const body = { collection: asked.slice(from, from + size), pagination: { next_page_token: next } };
    return { status: 200, body };
  };
const namesOf = (count: number) => Array.from({ length: count }, (_, index) => `e${index}`);
const of = (name: string) => `GET /scheduled_events/${name}/invitees`;
const idsOf = (stored: readonly string[]) => stored.map((uri) => new URL(uri).pathname.split("/")[2]);
const known = { through: at(-60), wholeAt: at(-60) };

describe("what is fetched", () => {
  it("is the window of yesterday until in two months, of this account", async () => {
    let query = new URLSearchParams();
    const { api } = calendlyWith({ [listed]: (given) => ((query = given), list([])) });
    const { session } = sessionWith();
    await fetchBookings(api, session);
    expect(Object.fromEntries(query)).toEqual({
      user: session.account.id,
      min_start_time: at(-24 * 60),
      max_start_time: at(60 * 24 * 60),
      sort: "start_time:asc",
      count: "100",
    });
  });

  it("is what changed since the last look and a little before, and no other; everything once a day, and where a person asks", async () => {
    const events = list([event("new", -5), event("edge", -65), event("old", -600)]);
    const replies = {
      [listed]: events,
      [of("new")]: list([invitee("new")]),
      [of("edge")]: list([invitee("edge")]),
      [of("old")]: list([invitee("old")]),
    };
    const fetched = async (given: Parameters<typeof sessionWith>[0]) => {
      const { session, stored } = sessionWith(given);
      const { isDone } = await fetchBookings(calendlyWith(replies).api, session);
      expect(isDone).toBe(true);
      return idsOf(stored);
    };
    expect(await fetched({ details: known })).toEqual(["new", "edge"]);
    expect(await fetched({ details: known, whole: true })).toEqual(["new", "edge", "old"]);
    expect(await fetched({ details: { ...known, wholeAt: at(-25 * 60) } })).toEqual(["new", "edge", "old"]);
    expect(await fetched({})).toEqual(["new", "edge", "old"]);
  });

  it("that stops in the middle goes on where it stopped, counts on, and knows when it had begun", async () => {
    const events = window([event("a", -30, 60), event("b", -20, 70), event("c", -10, 80)]);
    const [a, c] = [list([invitee("a", "nobody@lead.test")]), list([invitee("c", "nobody@lead.test")])];
    const first = sessionWith();
    const down = calendlyWith({ [listed]: events, [of("a")]: a, [of("b")]: { status: 503, body: null } });
    const stopped = await fetchBookings(down.api, first.session);
    expect(stopped).toMatchObject({ fault: { fault: "unreachable" }, isDone: false });
    expect(idsOf(first.stored)).toEqual(["a"]);
    const later = () => now + 5 * minuteMs;
    const second = sessionWith({ details: stopped.details, now: later });
    const up = calendlyWith({ [listed]: events, [of("b")]: list([invitee("b")]), [of("c")]: c });
    const done = await fetchBookings(up.api, second.session);
    expect(idsOf(second.stored)).toEqual(["b", "c"]);
    expect(done).toEqual({
      fault: null,
      isDone: true,
      details: { through: at(0), pass: null, wholeAt: at(0), unmatched: 2 },
    });
    expect(await fetchBookings(up.api, { ...second.session, whole: true })).toMatchObject({
      details: { through: at(5), unmatched: 1 },
    });
  });

  it("of which a page fails goes on with the page before: none of its events are listed anew", async () => {
    const events = namesOf(6).map((name, index) => event(name, -5, index));
    const pages = window(events, 2);
    const broken = (query: URLSearchParams) =>
      query.get("page_token") === "4" ? { status: 500, body: null } : pages(query);
    const replies = Object.fromEntries(namesOf(6).map((name) => [of(name), list([invitee(name)])]));
    const first = sessionWith();
    const stopped = await fetchBookings(calendlyWith({ ...replies, [listed]: broken }).api, first.session);
    expect([idsOf(first.stored), stopped.fault?.fault]).toEqual([["e0", "e1", "e2", "e3"], "unreachable"]);
    const second = sessionWith({ details: stopped.details });
    await fetchBookings(calendlyWith({ ...replies, [listed]: pages }).api, second.session);
    expect(idsOf(second.stored)).toEqual(["e3", "e4", "e5"]);
  });

  it("is left for the next look beyond fifty events, without a fault, but never between two that begin together", async () => {
    const replies = Object.fromEntries(namesOf(55).map((name) => [of(name), list([invitee(name)])]));
    const events = namesOf(55).map((name, index) => event(name, -600, index < 48 || index > 52 ? index : 48));
    const { api } = calendlyWith({ ...replies, [listed]: window(events) });
    const first = sessionWith();
    const { fault, isDone, details } = await fetchBookings(api, first.session);
    expect([fault, isDone, first.stored.length]).toEqual([null, false, 53]);
    const second = sessionWith({ details });
    expect(await fetchBookings(api, second.session)).toMatchObject({ fault: null, isDone: true });
    expect(idsOf(second.stored)).toEqual(["e53", "e54"]);
  });

  it("of a very long list comes in several looks, each of which asks for other pages", async () => {
    const { api, asked } = calendlyWith({
      [listed]: window(
        namesOf(100).map((name, at) => event(name, -600, at)),
        1,
      ),
    });
    let details: Record<string, unknown> = known;
    for (const isDone of [false, false, true]) {
      const fetched = await fetchBookings(api, sessionWith({ details }).session);
      expect(fetched).toMatchObject({ fault: null, isDone });
      details = { ...details, ...fetched.details };
    }
    expect(asked).toHaveLength(102);
    expect(details).toMatchObject({ through: at(0), pass: null, wholeAt: at(-60) });
  });

  it("knows that an event may be gone since it was listed, or stand at another host, where no token goes", async () => {
    const foreign = { ...event("x", -5), uri: "https://evil.test/scheduled_events/x" };
    const { session, stored } = sessionWith();
    const { api, asked } = calendlyWith({ [listed]: list([event("gone", -5), foreign]) });
    expect(await fetchBookings(api, session)).toMatchObject({ fault: null, isDone: true });
    expect(stored).toEqual([]);
    expect(asked.map(({ what }) => what)).toEqual([listed, of("gone")]);
  });
});
