import { createAccess, type Kept } from "./access";
import { unsealTokens, sealTokens } from "./kept-tokens";
import { failuresIn } from "./contract/answers";
import type { Booking, Fault, Found, Provider, Session } from "./contract/duties";
import type { ConnectionStore, Facts, Report } from "./store";
import { became } from "./rows";
import type { KeyRing } from "./vault/seal";

export type WorkerParts = Readonly<{
  store: ConnectionStore;
  ring: KeyRing;
  providers: ReadonlyMap<string, Provider>;
  /** Where providers tell their news; the id of the connection follows. */
  webhookBase: string;
  now(): number;
  wait(ms: number): Promise<void>;
  /** Told of what should not happen; never with a token or an address. */
  report(fault: string, thrown: unknown): void;
}>;

export type IntegrationRun = Readonly<{ events: number; looked: number }>;

/**
 * Events in one request. Each is a transaction within that of the request: from 64 of them on, PostgreSQL is slower for
 * everybody.
 */
const atOnce = 50;
/** After so many attempts an event is dead: whose connection it is may have it tried again. */
const mostAttempts = 8;
/** What a connection waits at most for a worker that died. */
const leaseSeconds = 120;

/** How a connection is used: its provider, its session and its tokens; null where it has none that can be read. */
export function opened(parts: WorkerParts, kept: Facts, whole: boolean) {
  const provider = parts.providers.get(kept.provider);
  const owner = { userId: kept.user_id, provider: kept.provider };
  const read = (from: Facts["credentials"]): Kept | null => {
    const tokens = from && unsealTokens(parts.ring, owner, from.tokens);
    return from && tokens ? { tokens, version: from.version } : null;
  };
  const first = read(kept.credentials);
  if (!provider || !first) return null;
  let scopes = kept.scopes;
  const access = createAccess(
    {
      read: async () => read((await parts.store.byId(kept.id))?.credentials ?? null),
      lease: (version, seconds) => parts.store.lease(kept.id, version, seconds),
      store: (version, tokens) => {
        scopes = [...(tokens.scopes ?? scopes)];
        const given = { tokens: sealTokens(parts.ring, owner, tokens), scopes };
        return parts.store.storeTokens(kept.id, version, {
          ...given,
          expires_at: tokens.expiresAt ?? "infinity",
        });
      },
      refresh: provider.oauth?.refresh ?? null,
      now: parts.now,
      wait: parts.wait,
    },
    first,
  );
  const session: Session = {
    connectionId: kept.id,
    account: kept.account,
    scopes,
    details: kept.details,
    webhookKey: first.tokens.webhookKey,
    webhookUrl: `${parts.webhookBase}/${kept.id}`,
    fetches: isOn(kept, "enabled") && (whole || isSynced(provider, kept)),
    whole,
    access,
    now: parts.now,
    storeBookings: (bookings) => storeBookings(parts, kept.id, bookings),
  };
  return { provider, session, tokens: first.tokens, owner };
}

async function storeBookings(
  { store, report }: WorkerParts,
  connection: string,
  bookings: readonly Booking[],
) {
  const given = bookings.map((booking) => ({ booking }));
  const answers = await store.storeBookings(connection, given);
  for (const state of failuresIn(answers)) report("a booking was not stored", new Error(state));
  return answers.map((answer) => became.parse(answer));
}

/** Of an app that only takes notifications; what it says to them tells how it stands. */
const nothingToLookAt: Found = { fault: null, details: {}, waitSeconds: 365 * 24 * 60 * 60 };

/** Whether the person wants news of this connection without asking for them. */
const isSynced = (provider: Provider | undefined, kept: Facts): boolean =>
  isOn(kept, provider?.syncSetting ?? "autoSync");

/** Who connects a provider without such a setting wants what it brings. */
const isOn = ({ settings }: Facts, name: string): boolean => (settings?.[name] ?? true) === true;

/** Looks after one connection and writes down how it was found. Answers the fault that stopped it, if one did. */
export async function lookAfter(parts: WorkerParts, kept: Facts, whole: boolean): Promise<Fault | null> {
  const using = opened(parts, kept, whole);
  const found: Found = using
    ? await (using.provider.lookAfter?.(using.session) ?? nothingToLookAt)
    : { fault: { fault: "credentials" }, details: {}, waitSeconds: 0 };
  // What is said of tokens holds for those that are kept now: they may have been renewed on the way.
  const version = (await parts.store.byId(kept.id))?.credentials?.version;
  if (version !== undefined) await parts.store.note(kept.id, reportOf(found, version));
  return found.fault;
}

/** What a person has to allow anew ends it; everything else may pass. A limit is no fault of anybody's. */
function reportOf({ fault, details, waitSeconds }: Found, version: number): Report {
  const base = { version, details, wait_seconds: waitSeconds };
  if (fault === null || fault.fault === "limit") return { ...base, ok: true };
  return {
    ...base,
    ok: false,
    problem: fault.problem ?? fault.fault,
    reconnect: fault.fault === "credentials" || fault.fault === "scope",
  };
}

/** Works in what providers have told, and looks after what is due, until nothing is left or `goesOn` says no. */
export async function runIntegrations(parts: WorkerParts, goesOn: () => boolean): Promise<IntegrationRun> {
  let [events, looked] = [0, 0];
  for (let busy = true; busy && goesOn();) {
    const told = await parts.store.takeEvents(atOnce, leaseSeconds, mostAttempts);
    for (const of of new Set(told.map(({ connection_id }) => connection_id)))
      await workInAll(
        parts,
        of,
        told.filter(({ connection_id }) => connection_id === of),
        goesOn,
      );
    const due = await parts.store.takeDue(5, leaseSeconds);
    for (const kept of due)
      await attempt(parts, "a connection was not looked after", () => lookAfter(parts, kept, false));
    events += told.length;
    looked += due.length;
    busy = told.length > 0 || due.length > 0;
  }
  return { events, looked };
}

type Event = Readonly<{ id: number; body: string }>;

/** Events of one connection together, and each by itself where that breaks: one that breaks everything holds up no other. */
async function workInAll(parts: WorkerParts, of: string, told: readonly Event[], goesOn: () => boolean) {
  const work = (events: readonly Event[]) =>
    attempt(parts, "events were not worked in", async () =>
      workIn(parts, await parts.store.byId(of), events),
    );
  if ((await work(told)) || told.length === 1) return;
  for (const event of told) if (goesOn()) await work([event]);
}

/** In one request to the database, or a few where they take long. */
async function workIn(
  { store, providers, report }: WorkerParts,
  kept: Facts | null,
  told: readonly Event[],
): Promise<void> {
  if (kept === null) return;
  const provider = providers.get(kept.provider);
  const wanted = isOn(kept, "enabled") && isSynced(provider, kept);
  const events = told.map(({ id, body }) => ({ id, body }));
  const tell = (failures: readonly string[]) =>
    failures.forEach((state) => report("an event was not worked in", new Error(state)));
  if (provider?.takeEvents) return tell(await provider.takeEvents({ connectionId: kept.id, events, wanted }));
  const bookings = events.map(({ id, body }) => ({
    event: id,
    booking: wanted ? (provider?.news?.bookingOf(body, kept.account) ?? null) : null,
  }));
  tell(failuresIn(await store.storeBookings(kept.id, bookings)));
  // What an event does not say is fetched.
  if (wanted && bookings.some(({ booking }) => booking === null)) await store.hasten(kept.id);
}

/** Whether the deed was done. */
async function attempt(parts: WorkerParts, what: string, deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (thrown) {
    parts.report(what, thrown);
    return false;
  }
}
