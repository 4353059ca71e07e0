import type pg from "pg";
import type { Dispatch, Outcome, Send } from "@/lib/notifications/channels/channel";
import type { NoticeRow } from "@/lib/notifications/delivery/answers";
import { factsOf } from "@/lib/notifications/delivery/message-facts";
import { createDeliveryStore, type CallDatabase } from "@/lib/notifications/delivery/store";
import type { WorkerLimits, WorkerParts } from "@/lib/notifications/delivery/worker";

/** Calls the functions of the queue on a connection, at the moment that `clock` (ISO 8601) tells; null: now. */
export const callAt =
  (pool: pg.Pool, clock: (() => string) | null): CallDatabase =>
  async (name, given) => {
    const moment = clock && name !== "note_zone_version" ? { moment: clock() } : {};
    const named = Object.entries({ ...given, ...moment });
    const written = named.map(([key], index) => `${key} => $${index + 1}`).join(", ");
    // Rows are json; ids are an array of PostgreSQL's own.
    const values = named.map(([key, value]) =>
      typeof value === "object" && key !== "ids" ? JSON.stringify(value) : value,
    );
    const { rows } = await pool.query<{ answer: unknown }>(
      `select public.${name}(${written}) as answer`,
      values,
    );
    return rows[0]?.answer;
  };

export const limits: WorkerLimits = { batch: 20, leaseSeconds: 60, sendMs: 5_000 };

/** A provider that notes what it is given, and answers what `answer` says. */
export function provider(answer: (dispatch: Dispatch) => Outcome | Promise<Outcome>) {
  const taken: Dispatch[] = [];
  const send: Send = async (dispatch) => {
    taken.push(dispatch);
    return answer(dispatch);
  };
  return { taken, send };
}

export const sent = (): Outcome => ({ outcome: "sent", providerId: null });

/** The parts of a worker on a test database, with chance taken out and every fault thrown. */
export const partsAt = (
  pool: pg.Pool,
  clock: () => string,
  given: Pick<WorkerParts, "senders"> & Partial<WorkerParts>,
): WorkerParts => ({
  store: createDeliveryStore(callAt(pool, clock)),
  compose: async ({ items: [{ row }, ...rest] }) => ({
    locale: "en",
    subject: row.title,
    intro: null,
    items: [itemOf(row), ...rest.map((item) => itemOf(item.row))],
    why: { text: "", url: "" },
    unsubscribe: null,
    thread: row.lead_id,
    urgency: "normal",
    ttlSeconds: 3_600,
    hidden: false,
    calendar: null,
  }),
  elapsed: () => 0,
  random: () => 1,
  report: (fault, thrown) => {
    throw new Error(fault, { cause: thrown });
  },
  ...given,
});

const itemOf = (row: NoticeRow) => ({
  title: row.title,
  text: row.message,
  url: "",
  project: null,
  actor: null,
  at: "",
  heat: null,
  facts: factsOf(row),
});
