import type { Invitee, Scheduled, State } from "./state";

/** Invitees and their events, as people make and end them; each change is later than the one before. */
export function createBook(state: State) {
  const theOne = (uri: string): Invitee => {
    const found = state.invitees.find((one) => one.uri === uri);
    if (!found) throw new Error(`no invitee ${uri}`);
    return found;
  };
  const eventOf = (one: Invitee): Scheduled => {
    const found = state.events.find(({ uri }) => uri === one.event);
    if (!found) throw new Error(`no event ${one.event}`);
    return found;
  };
  /** Each change is later than the one before, as it is over there. */
  let last = 0;
  const tick = () => (last = Math.max(last + 1, state.now()));

  function make(
    owner: string,
    eventType: string | null,
    minutes: number,
    start: string,
    of: Partial<Invitee>,
  ): Invitee {
    const at = tick();
    const uri = state.uriOf("scheduled_events");
    const begins = Date.parse(start);
    const times = { start: begins, end: begins + minutes * 60_000, updated: at };
    state.events.push({ uri, owner, eventType, joinUrl: null, ...times, status: "active" });
    const made: Invitee = {
      name: "",
      email: "",
      phone: null,
      oldInvitee: null,
      ...of,
      uri: `${uri}/invitees/${crypto.randomUUID()}`,
      event: uri,
      status: "active",
      rescheduled: false,
      newInvitee: null,
      noShow: null,
      created: at,
      updated: at,
    };
    state.invitees.push(made);
    return made;
  }
  function end(one: Invitee): void {
    const event = eventOf(one);
    one.status = event.status = "canceled";
    one.updated = event.updated = tick();
  }

  return { eventOf, theOne, tick, make, end };
}

export type Book = ReturnType<typeof createBook>;
