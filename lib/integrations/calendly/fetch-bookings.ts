import { z } from "zod";
import type { Answer, Booking, Fault, Session } from "@/lib/integrations/contract/duties";
import { inviteeAnswer, scheduledEventAnswer, type ScheduledEvent } from "./answers";
import type { CalendlyApi, Page } from "./api";
import { bookingOf } from "./bookings";

const dayMs = 24 * 60 * 60_000;
/** What is fetched: events that begin from yesterday until in two months. */
const window = { before: dayMs, after: 60 * dayMs };
/** Events that changed just before the last look are looked at again. */
const overlapMs = 10 * 60_000;
/** A look takes no longer than a function may run; the rest comes with the next, which follows at once. */
const most = { events: 50, pages: 40 };

/**
 * How far a pass through the window has come that is not done yet. `began`: its first look. `since`: events that changed
 * later are looked into; 0: all. `from`: the beginning of the first event that is left.
 */
const unfinished = z.object({
  began: z.number(),
  since: z.number(),
  from: z.iso.datetime({ offset: true }),
  isWhole: z.boolean(),
  unmatched: z.number(),
});
type Pass = z.infer<typeof unfinished>;

/** `isDone`: nothing is left of the window. */
type Fetched = Readonly<{ fault: Fault | null; isDone: boolean; details: Record<string, unknown> }>;

/**
 * There is no "changed since": the window is listed whole, in the order in which events begin, so that whatever stops a
 * look in the middle the next one goes on from there. Of the events those are looked into that changed since the last
 * pass began. Once a day, and where a person asks, all are: what an invitee does changes no event.
 */
export async function fetchBookings(api: CalendlyApi, session: Session): Promise<Fetched> {
  const pass = passOf(session);
  const query = {
    user: session.account.id,
    min_start_time: pass.from,
    max_start_time: new Date(pass.began + window.after).toISOString(),
    sort: "start_time:asc",
  };
  let { from, unmatched } = pass;
  let [looked, token]: [number, string | null] = [0, null];
  const left = (fault: Fault | null): Fetched => ({
    fault,
    isDone: false,
    details: { pass: { ...pass, from, unmatched } },
  });
  for (let pages = 0; pages < most.pages; pages += 1) {
    const listed: Answer<Page<ScheduledEvent>> = await api.page(
      scheduledEventAnswer,
      "/scheduled_events",
      query,
      token,
    );
    if (!listed.ok) return left(listed);
    const { found, next }: Page<ScheduledEvent> = listed.value;
    const changed = found.filter(({ updated_at }) => Date.parse(updated_at) >= pass.since);
    const read = await bookingsOf(api, changed, most.events - looked);
    const became = read.bookings.length > 0 ? await session.storeBookings(read.bookings) : [];
    unmatched += became.filter((word) => word === "unmatched").length;
    looked += changed.length;
    from = (read.stoppedAt ?? found.at(-1))?.start_time ?? from;
    if (read.stoppedAt) return left(read.fault);
    if (next === null) return { fault: null, isDone: true, details: doneWith(pass, unmatched) };
    token = next;
  }
  return left(null);
}

function doneWith({ began, isWhole }: Pass, unmatched: number) {
  const through = new Date(began).toISOString();
  return { through, pass: null, ...(isWhole && { wholeAt: through, unmatched }) };
}

type Read = Readonly<{ bookings: readonly Booking[]; stoppedAt: ScheduledEvent | null; fault: Fault | null }>;

/** The bookings of the first `room` events, and of those that begin at the same moment as the last of them. */
async function bookingsOf(api: CalendlyApi, events: readonly ScheduledEvent[], room: number): Promise<Read> {
  const bookings: Booking[] = [];
  for (const [at, event] of events.entries()) {
    const isTie = events[at - 1]?.start_time === event.start_time;
    const invitees = at < room || isTie ? await inviteesOf(api, event.uri) : null;
    if (!invitees?.ok) return { bookings, stoppedAt: event, fault: invitees };
    bookings.push(...invitees.value.map((invitee) => bookingOf(invitee, event)));
  }
  return { bookings, stoppedAt: null, fault: null };
}

async function inviteesOf(api: CalendlyApi, event: string) {
  const path = api.pathOf(event);
  const none = { ok: true as const, value: [] };
  if (path === null) return none;
  const invitees = await api.all(inviteeAnswer, `${path}/invitees`, {});
  // Deleted since it was listed.
  return !invitees.ok && invitees.fault === "gone" ? none : invitees;
}

/** The pass that is not done yet; else a new one, from a little before the last one began, or with everything. */
function passOf(session: Session): Pass {
  const { details, whole } = session;
  const begun = unfinished.safeParse(details.pass);
  if (begun.success && !whole) return begun.data;
  const began = session.now();
  const [through, wholeAt] = [details.through, details.wholeAt].map((at) => Date.parse(String(at)));
  const isWhole = whole || !wholeAt || began - wholeAt > dayMs;
  const since = isWhole || !through ? 0 : through - overlapMs;
  return { began, since, from: new Date(began - window.before).toISOString(), isWhole, unmatched: 0 };
}
