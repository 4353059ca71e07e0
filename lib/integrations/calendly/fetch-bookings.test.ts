import { describe, expect, it } from "vitest";
import { apiUrl, calendlyWith, list, now, sessionWith } from "./calendly.test-support";
import { fetchBookings } from "./fetch-bookings";

const minuteMs = 60_000;
const at = (minutes: number) => new Date(now + minutes * minuteMs).toISOString();
const event = (name: string, changed: number) => ({
  uri: `${apiUrl}/scheduled_events/${name}`,
  start_time: at(60),
  end_time: at(90),
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
const of = (name: string) => `GET /scheduled_events/${name}/invitees`;
const idsOf = (stored: readonly string[]) => stored.map((uri) => new URL(uri).pathname.split("/")[2]);
const known = { through: at(-60), wholeAt: at(-60) };

describe("what is fetched", () => {
  it("is the window of yesterday until in two months, of this account", async () => {
    let query = new URLSearchParams();
    const { api } = calendlyWith({ [listed]: (given) => ((query = given), list([])) });
    const { session } = sessionWith();
    await fetchBookings(api, session);
    expect([query.get("user"), query.get("min_start_time"), query.get("max_start_time")]).toEqual([
      session.account.id,
      at(-24 * 60),
      at(60 * 24 * 60),
    ]);
  });

  it("is what changed since the last look and a little before, oldest first; everything once a day, and where a person asks", async () => {
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
    expect(await fetched({ details: known })).toEqual(["edge", "new"]);
    expect(await fetched({ details: known, whole: true })).toEqual(["old", "edge", "new"]);
    expect(await fetched({ details: { ...known, wholeAt: at(-25 * 60) } })).toEqual(["old", "edge", "new"]);
    expect(await fetched({})).toEqual(["old", "edge", "new"]);
  });

  it("that stops in the middle goes on where it stopped, and counts on", async () => {
    const events = list([event("a", -30), event("b", -20), event("c", -10)]);
    const [a, c] = [list([invitee("a", "nobody@lead.test")]), list([invitee("c", "nobody@lead.test")])];
    const first = sessionWith();
    const down = calendlyWith({ [listed]: events, [of("a")]: a, [of("b")]: { status: 503, body: null } });
    const stopped = await fetchBookings(down.api, first.session);
    expect(stopped).toMatchObject({ fault: { fault: "unreachable" }, isDone: false });
    expect(idsOf(first.stored)).toEqual(["a"]);
    const second = sessionWith({ details: stopped.details });
    const up = calendlyWith({ [listed]: events, [of("b")]: list([invitee("b")]), [of("c")]: c });
    const done = await fetchBookings(up.api, second.session);
    expect(idsOf(second.stored)).toEqual(["b", "c"]);
    expect(done).toEqual({
      fault: null,
      isDone: true,
      details: { through: at(0), pass: null, wholeAt: at(0), unmatched: 2 },
    });
  });

  it("is left for the next look beyond fifty events, without a fault", async () => {
    const names = Array.from({ length: 52 }, (_, index) => `e${index}`);
    const replies = Object.fromEntries(names.map((name) => [of(name), list([invitee(name)])]));
    const events = list(names.map((name, index) => event(name, index - 600)));
    const { session, stored } = sessionWith();
    const { fault, isDone, details } = await fetchBookings(
      calendlyWith({ ...replies, [listed]: events }).api,
      session,
    );
    expect([fault, isDone, stored.length, details.through]).toEqual([null, false, 50, at(50 - 600)]);
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
