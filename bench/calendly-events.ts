import type pg from "pg";
import { scheduledEventAnswer, inviteeAnswer } from "../lib/integrations/calendly/answers";
import { calendlyApi, type CalendlyApi } from "../lib/integrations/calendly/api";
import { bookingOf } from "../lib/integrations/calendly/bookings";
import { fetchBookings } from "../lib/integrations/calendly/fetch-bookings";
import { answered, faulty, type Booking, type Session } from "../lib/integrations/contract/duties";
import { asking } from "../lib/provider-request";
import { createUser } from "../local/test-people";
import { withScratchDatabase } from "../scripts/scratch-database";
import { serveEvents, type Events } from "./calendly-list";
import { timed, type Figure } from "./figure";

const count = 10_000;
/** One event in so many has changed since the look before. */
const every = 100;

const token = async () => answered("token");

async function createConnection(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    "insert into public.integration_connections (user_id, provider, kind) values ($1, 'calendly', 'personal') returning id",
    [await createUser(pool)],
  );
  const [made] = rows;
  if (!made) throw new Error("a connection was made");
  return made.id;
}

/** Each connection is a person's of its own, so that neither side finds what the other has stored. */
async function createSide(pool: pg.Pool, events: Events) {
  const connection = await createConnection(pool);
  const api = calendlyApi({
    apiUrl: events.url,
    ask: asking(),
    access: { token, renewed: async () => faulty("credentials") },
    now: Date.now,
  });
  const storeBookings = async (bookings: readonly Booking[]) => {
    const items = JSON.stringify(bookings.map((booking) => ({ booking })));
    const { rows } = await pool.query("select public.store_bookings($1, $2) as became", [connection, items]);
    return rows[0].became;
  };
  const session: Session = {
    connectionId: connection,
    account: { id: `${events.url}/users/1`, name: "", email: "", url: null },
    scopes: [],
    details: {},
    webhookKey: null,
    webhookUrl: "",
    fetches: true,
    whole: false,
    access: { token, renewed: token },
    now: Date.now,
    storeBookings,
  };
  return { api, session };
}

type Side = Awaited<ReturnType<typeof createSide>>;

/** Looks, one after the other, until nothing is left; answers what the next ones know. */
async function sync({ api, session }: Side, details: Session["details"]): Promise<Session["details"]> {
  let known = details;
  for (;;) {
    const fetched = await fetchBookings(api, { ...session, details: known });
    if (fetched.fault) throw new Error(`a look was stopped: ${fetched.fault.fault}`);
    known = { ...known, ...fetched.details };
    if (fetched.isDone) return known;
  }
}

/** The list, and then a request for each of its events, which is stored at once. */
async function askForEach({ api, session }: Side): Promise<void> {
  for await (const event of listed(api)) {
    const invitees = await api.all(inviteeAnswer, `${api.pathOf(event.uri)}/invitees`, {});
    if (!invitees.ok) throw new Error("no invitees");
    for (const invitee of invitees.value) await session.storeBookings([bookingOf(invitee, event)]);
  }
}

async function* listed(api: CalendlyApi) {
  let next: string | null = null;
  do {
    const query = { user: "", min_start_time: new Date().toISOString() };
    const page: Awaited<ReturnType<typeof api.page<typeof scheduledEventAnswer>>> = await api.page(
      scheduledEventAnswer,
      "/scheduled_events",
      query,
      next,
    );
    if (!page.ok) throw new Error("no page");
    yield* page.value.found;
    ({ next } = page.value);
  } while (next !== null);
}

/** Both figures are of one run, which is made once. */
let measured: ReturnType<typeof measure> | null = null;
const measureOnce = () => (measured ??= measure());

const measure = () =>
  withScratchDatabase(
    async ({ pool }) => {
      const events = await serveEvents(count);
      try {
        const [ours, baseline] = [await createSide(pool, events), await createSide(pool, events)];
        let known: Session["details"] = {};
        const counted = async (deed: () => Promise<unknown>) => {
          events.takeRequests();
          const ms = await timed(deed);
          return { ms, requests: events.takeRequests() };
        };
        const first = await counted(async () => void (known = await sync(ours, {})));
        const all = await counted(() => askForEach(baseline));
        events.change(every);
        const again = await counted(() => sync(ours, known));
        await assertStored(pool, ours, baseline);
        return { first, all, again };
      } finally {
        await events.stop();
      }
    },
    { durable: true },
  );

async function assertStored(pool: pg.Pool, ...sides: readonly Side[]): Promise<void> {
  for (const { session } of sides) {
    const sql = "select count(*)::int as n from private.integration_bookings where connection_id = $1";
    const { rows } = await pool.query(sql, [session.connectionId]);
    if (rows[0].n !== count) throw new Error(`${rows[0].n} of ${count} events were stored`);
  }
}

const figureOf = (what: "requests" | "ms", bar: number): Figure => ({
  name: `Calendly events: ${what === "ms" ? "time" : "requests"} of a look at ${count}, of which ${count / every} have changed`,
  baseline: "one request an event",
  bar: { atMost: bar },
  async measure() {
    const { first, all, again } = await measureOnce();
    const of = (part: typeof first) =>
      what === "ms" ? `${(part.ms / 1_000).toFixed(1)} s` : `${part.requests}`;
    const ratio = again[what] / all[what];
    const detail = `${of(again)} against ${of(all)}; the very first look at all of them ${of(first)}`;
    return { ratio, detail };
  },
});

export const calendlyEventsFigures: readonly Figure[] = [figureOf("requests", 0.1), figureOf("ms", 0.3)];
