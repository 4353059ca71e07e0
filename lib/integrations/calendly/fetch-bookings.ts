import { z } from "zod";
import type { Fault, Session } from "@/lib/integrations/contract/duties";
import { inviteeAnswer, scheduledEventAnswer } from "./answers";
import type { CalendlyApi } from "./api";
import { bookingOf } from "./bookings";

const dayMs = 24 * 60 * 60_000;
/** What is fetched: events that begin from yesterday until in two months. */
const window = { before: dayMs, after: 60 * dayMs };
/** Events that changed just before the last look are looked at again. */
const overlapMs = 10 * 60_000;
/** A look takes no longer than a function may run; the rest comes with the next, which follows at once. */
const mostEvents = 50;

/** How far a pass through the window has come that is not done yet. */
const unfinished = z.object({ isWhole: z.boolean(), unmatched: z.number() });

/** `isDone`: nothing is left of the window. */
type Fetched = Readonly<{ fault: Fault | null; isDone: boolean; details: Record<string, unknown> }>;

/**
 * There is no "changed since": the window is listed whole, and of the events in it those are looked into that changed
 * since the last look, oldest change first, so that a limit in the middle loses no ground. Once a day, and where a person
 * asks, all are: what an invitee does changes no event.
 */
export async function fetchBookings(api: CalendlyApi, session: Session): Promise<Fetched> {
  const now = session.now();
  const listed = await api.all(scheduledEventAnswer, "/scheduled_events", {
    user: session.account.id,
    min_start_time: new Date(now - window.before).toISOString(),
    max_start_time: new Date(now + window.after).toISOString(),
  });
  if (!listed.ok) return { fault: listed, isDone: false, details: {} };
  const pass = passOf(session, now);
  const changed = listed.value
    .filter(({ updated_at }) => Date.parse(updated_at) >= pass.since)
    .sort((one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at));
  let { unmatched } = pass;
  for (const [at, event] of changed.entries()) {
    const invitees = at < mostEvents ? await inviteesOf(api, event.uri) : null;
    if (!invitees?.ok) {
      const details = { through: event.updated_at, pass: { isWhole: pass.isWhole, unmatched } };
      return { fault: invitees, isDone: false, details };
    }
    for (const invitee of invitees.value)
      if ((await session.storeBooking(bookingOf(invitee, event))) === "unmatched") unmatched += 1;
  }
  const through = new Date(now).toISOString();
  const whole = pass.isWhole ? { wholeAt: through, unmatched } : {};
  return { fault: null, isDone: true, details: { through, pass: null, ...whole } };
}

async function inviteesOf(api: CalendlyApi, event: string) {
  const path = api.pathOf(event);
  const none = { ok: true as const, value: [] };
  if (path === null) return none;
  const invitees = await api.all(inviteeAnswer, `${path}/invitees`, {});
  // Deleted since it was listed.
  return !invitees.ok && invitees.fault === "gone" ? none : invitees;
}

/** Where this pass begins: where the last one stopped, a little before the last look, or with everything. */
function passOf({ details, whole }: Session, now: number) {
  const [through, wholeAt] = [details.through, details.wholeAt].map((at) => Date.parse(String(at)));
  const begun = unfinished.safeParse(details.pass);
  if (begun.success && !whole && through) return { since: through, ...begun.data };
  const isWhole = whole || !wholeAt || now - wholeAt > dayMs;
  return { since: isWhole || !through ? 0 : through - overlapMs, isWhole, unmatched: 0 };
}
