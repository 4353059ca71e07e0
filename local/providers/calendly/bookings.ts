import { z } from "zod";
import { createBook } from "./book";
import type { Retries } from "./retries";
import type { Limit } from "./posting";
import { modes } from "./sending";
import type { State } from "./state";
import { createWebhooks } from "./webhooks";

const mode = z.enum(modes).default("normal");
const invitee = z.string();

/** What people do on Calendly's own pages, under /control. */
export const deeds = {
  book: z.strictObject({
    host: z.string(),
    email: z.string(),
    name: z.string().default("Somebody"),
    phone: z.string().nullable().default(null),
    start: z.iso.datetime({ offset: true }),
    slug: z.string().default("bant-qualification"),
    mode,
  }),
  move: z.strictObject({
    invitee,
    start: z.iso.datetime({ offset: true }),
    createdFirst: z.boolean().default(false),
    mode,
  }),
  cancel: z.strictObject({ invitee, mode }),
  noShow: z.strictObject({ invitee, mode }),
  tell: z.strictObject({ invitee, name: z.string(), mode }),
  /** Time passes over there, with all that is sent again in it. */
  advance: z.strictObject({ seconds: z.number().positive() }),
  behave: z.strictObject({
    signsAnew: z.boolean().optional(),
    foreignPages: z.boolean().optional(),
    endsFamily: z.boolean().optional(),
  }),
  /** The address of the conference comes after the booking; nobody is told of it. */
  push: z.strictObject({ invitee, joinUrl: z.string() }),
  /** A person deletes one of their types of meetings. */
  deleteType: z.strictObject({ host: z.string(), slug: z.string() }),
} as const;

type Asked<Deed extends keyof typeof deeds> = z.infer<(typeof deeds)[Deed]>;

export function createBookings(state: State, retries: Retries, limit: Limit) {
  const tell = createWebhooks(state, retries, limit);
  const { eventOf, theOne, tick, make, end } = createBook(state);
  return {
    async book({ host, slug, start, mode: how, ...who }: Asked<"book">) {
      const owner = state.userOf(host).uri;
      const type = state.types.find((one) => one.owner === owner && one.slug === slug);
      if (!type) throw new Error(`no type ${slug}`);
      const made = make(owner, type.uri, type.duration, start, who);
      return { invitee: made.uri, statuses: await tell("invitee.created", made, how) };
    },
    async move({ invitee: uri, start, createdFirst, mode: how }: Asked<"move">) {
      const old = theOne(uri);
      const { owner, eventType, start: began, end: ended } = eventOf(old);
      const made = make(owner, eventType, (ended - began) / 60_000, start, { ...old, oldInvitee: old.uri });
      Object.assign(old, { rescheduled: true, newInvitee: made.uri });
      end(old);
      const told = [() => tell("invitee.canceled", old, how), () => tell("invitee.created", made, how)];
      const statuses = [];
      for (const each of createdFirst ? told.reverse() : told) statuses.push(...(await each()));
      return { invitee: made.uri, statuses };
    },
    async cancel({ invitee: uri, mode: how }: Asked<"cancel">) {
      const one = theOne(uri);
      end(one);
      return { invitee: uri, statuses: await tell("invitee.canceled", one, how) };
    },
    async noShow({ invitee: uri, mode: how }: Asked<"noShow">) {
      const one = theOne(uri);
      const at = tick();
      Object.assign(one, { noShow: { uri: state.uriOf("invitee_no_shows"), created: at }, updated: at });
      return { invitee: uri, statuses: await tell("invitee_no_show.created", one, how) };
    },
    async tell({ invitee: uri, name, mode: how }: Asked<"tell">) {
      return { invitee: uri, statuses: await tell(name, theOne(uri), how) };
    },
    push({ invitee: uri, joinUrl }: Asked<"push">) {
      Object.assign(eventOf(theOne(uri)), { joinUrl, updated: tick() });
    },
    deleteType({ host, slug }: Asked<"deleteType">) {
      const owner = state.userOf(host).uri;
      const type = state.types.find((one) => one.owner === owner && one.slug === slug);
      if (type) type.active = false;
      for (const event of state.events) if (event.eventType === type?.uri) event.eventType = null;
    },
  };
}

export type Bookings = ReturnType<typeof createBookings>;
