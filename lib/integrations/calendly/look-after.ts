import type { MeetingType } from "@/lib/integrations/contract/connection";
import type { Answer, Fault, Found, Session } from "@/lib/integrations/contract/duties";
import { eventTypeAnswer, inviteeAnswer, scheduledEventAnswer, userAnswer } from "./answers";
import type { CalendlyApi } from "./api";
import { bookingOf } from "./bookings";
import { keepSubscription } from "./subscription";

const dayMs = 24 * 60 * 60_000;
/** What is fetched: events that begin from yesterday until in two months. */
const window = { before: dayMs, after: 60 * dayMs };
/** Told by webhook an hour is often enough, for gaps; asked for, ten minutes. */
const waits = { webhook: 60 * 60, polling: 10 * 60, unreachable: 5 * 60 };
/** Events that changed just before the last look are looked at again. */
const overlapMs = 10 * 60_000;
const mostTypes = 60;

/** Looks at everything that a connection needs, and fetches what is new. What is stored before a fault stays stored. */
export async function lookAfterCalendly(api: CalendlyApi, session: Session): Promise<Found> {
  const user = await api.one(userAnswer, "GET", "/users/me");
  if (!user.ok) return stopped(user, {});
  const types = await listTypes(api, session.account.id);
  if (!types.ok) return stopped(types, {});
  const kept = await keepSubscription(api, session, user.value.current_organization);
  if ("fault" in kept) return stopped(kept.fault, { types: types.value });
  const details = { types: types.value, news: kept.news };
  if (!session.fetches) return { fault: null, details, waitSeconds: waits.webhook };
  const fetched = await fetchBookings(api, session);
  if (fetched.fault) return stopped(fetched.fault, { ...details, ...fetched.details });
  return {
    fault: null,
    details: { ...details, ...fetched.details },
    waitSeconds: waits[kept.news.by],
  };
}

const stopped = (fault: Fault, details: Found["details"]): Found => ({
  fault,
  details,
  waitSeconds: fault.waitSeconds ?? waits.unreachable,
});

async function listTypes(api: CalendlyApi, user: string): Promise<Answer<MeetingType[]>> {
  const listed = await api.all(eventTypeAnswer, "/event_types", { user, active: "true" });
  if (!listed.ok) return listed;
  const living = listed.value.filter(({ active, deleted_at }) => active && !deleted_at);
  return {
    ok: true,
    value: living.slice(0, mostTypes).map(({ uri, name, slug, duration, scheduling_url }) => ({
      id: uri,
      name: (name ?? slug ?? "").slice(0, 120),
      slug: (slug ?? "").slice(0, 120),
      minutes: duration,
      url: /^https?:\/\//.test(scheduling_url) ? scheduling_url.slice(0, 300) : "",
    })),
  };
}

type Fetched = Readonly<{ fault: Fault | null; details: Record<string, unknown> }>;

/**
 * There is no "changed since": the window is listed whole, and of the events in it those are looked into that changed
 * since the last look, oldest change first, so that a limit in the middle loses no ground. Once a day, and where a person
 * asks, all are: what an invitee does changes no event.
 */
async function fetchBookings(api: CalendlyApi, session: Session): Promise<Fetched> {
  const now = session.now();
  const listed = await api.all(scheduledEventAnswer, "/scheduled_events", {
    user: session.account.id,
    min_start_time: new Date(now - window.before).toISOString(),
    max_start_time: new Date(now + window.after).toISOString(),
  });
  if (!listed.ok) return { fault: listed, details: {} };
  const { since, isWhole } = reachOf(session, now);
  const changed = listed.value
    .filter(({ updated_at }) => Date.parse(updated_at) >= since)
    .sort((one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at));
  let unmatched = 0;
  for (const event of changed) {
    const path = api.pathOf(event.uri);
    if (path === null) continue;
    const invitees = await api.all(inviteeAnswer, `${path}/invitees`, {});
    // Deleted since it was listed.
    if (!invitees.ok && invitees.fault === "gone") continue;
    if (!invitees.ok) return { fault: invitees, details: { through: event.updated_at } };
    for (const invitee of invitees.value)
      if ((await session.storeBooking(bookingOf(invitee, event))) === "unmatched") unmatched += 1;
  }
  const through = new Date(now).toISOString();
  return { fault: null, details: { through, ...(isWhole && { wholeAt: through, unmatched }) } };
}

function reachOf({ details, whole }: Session, now: number): { since: number; isWhole: boolean } {
  const [through, wholeAt] = [details.through, details.wholeAt].map((at) => Date.parse(String(at)));
  const isWhole = whole || !wholeAt || now - wholeAt > dayMs;
  return { since: isWhole || !through ? 0 : through - overlapMs, isWhole };
}
