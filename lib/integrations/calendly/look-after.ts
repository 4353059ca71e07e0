import type { MeetingType } from "@/lib/integrations/contract/connection";
import type { Answer, Fault, Found, Session } from "@/lib/integrations/contract/duties";
import { eventTypeAnswer, userAnswer } from "./answers";
import type { CalendlyApi } from "./api";
import { fetchBookings } from "./fetch-bookings";
import { keepSubscription } from "./subscription";

/** Told by webhook an hour is often enough, for gaps; asked for, ten minutes. */
const waits = { webhook: 60 * 60, polling: 10 * 60, unreachable: 5 * 60 };
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
  const all = { ...details, ...fetched.details };
  if (fetched.fault) return stopped(fetched.fault, all);
  return { fault: null, details: all, waitSeconds: fetched.isDone ? waits[kept.news.by] : 0 };
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
