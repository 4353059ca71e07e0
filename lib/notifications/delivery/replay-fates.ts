import { rulesOf } from "../kinds";
import type { NoticeRow, PersonRow } from "./answers";
import { decide } from "./decide";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Interruption } from "./situation";
import { interrupts } from "./time-rules";
import { situationOf, type Recipient } from "./situations";

/**
 * A person's notifications, and what is true of them today: projects, addresses and mutes. The settings in `person` are
 * not asked. `configured`: whether the platform sends on a channel.
 */
export type Past = Readonly<{
  rows: readonly NoticeRow[];
  person: PersonRow;
  configured: (channel: OutgoingChannel) => boolean;
}>;

/** What became of a notification on a channel. `held`: it waited for more than the grace in the app. */
export type Fate = Readonly<
  { row: NoticeRow; channel: OutgoingChannel } & (
    | { outcome: "sent"; at: string; held: boolean; bundle: string | null }
    | { outcome: "kept"; reason: string }
  )
>;

/** A notification on a channel that is asked about again at `due` (Unix ms). `index`: its place in the answer. */
type Waiting = Readonly<{
  index: number;
  row: NoticeRow;
  channel: OutgoingChannel;
  due: number;
  at: string;
  held: boolean;
  bundle: string | null;
}>;

/**
 * The fate of each notification on each channel of its kind, in the order of rows and channels: decided by the worker's
 * own function at the instants at which a worker would have asked, by what the person had seen and read by then.
 */
export function fatesOf(past: Past, settings: Recipient["settings"]): Fate[] {
  const recipient = { person: past.person, settings };
  const fates = new Map<number, Fate>();
  const interruptions: Interruption[] = [];
  const waiting = beginnings(past.rows);
  // All together, as their moments come: what interrupts now counts against what comes later.
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const situation = situationAt(next, past, recipient, interruptions);
    const decision = decide(situation, next.at);
    const { row, channel, at, held, bundle } = next;
    if (decision.outcome === "hold") {
      const until = decision.until;
      const waits = held || decision.reason !== "grace";
      insert(waiting, { ...next, at: until, due: Date.parse(until), held: waits, bundle: decision.bundle });
    } else if (decision.outcome === "send") {
      if (interrupts(channel)) interruptions.push({ at, of: row.id });
      fates.set(next.index, { row, channel, outcome: "sent", at, held, bundle });
    } else {
      fates.set(next.index, { row, channel, outcome: "kept", reason: decision.reason });
    }
  }
  return [...fates].sort(([one], [other]) => one - other).map(([, fate]) => fate);
}

const beginnings = (rows: readonly NoticeRow[]): Waiting[] =>
  rows
    .flatMap((row) => rulesOf(row.params).channels.map((channel) => ({ row, channel })))
    .map(({ row, channel }, index) => ({
      index,
      row,
      channel,
      due: Date.parse(row.occurred_at),
      at: row.occurred_at,
      held: false,
      bundle: null,
    }))
    .sort(inTime);

const inTime = (one: Waiting, other: Waiting) => one.due - other.due || one.index - other.index;

/** Puts it among those that are sorted by their time. */
function insert(waiting: Waiting[], item: Waiting): void {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const other = waiting[middle];
    if (other && inTime(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, item);
}

function situationAt(
  { row, channel, at }: Waiting,
  { person, configured }: Past,
  recipient: Recipient,
  interruptions: readonly Interruption[],
) {
  const places = person.destinations.filter((each) => each.channel === channel);
  const usable = places.find((each) => each.verified_at !== null && each.disabled_reason === null);
  const place = usable ?? places[0] ?? null;
  const situation = situationOf(knownAt(row, at), recipient, channel, place, configured(channel));
  return { ...situation, interruptions };
}

/** The notification as it stood at an instant: what was seen, read or taken over later was not yet. */
function knownAt(row: NoticeRow, instant: string): NoticeRow {
  const by = (at: string | null) => (at !== null && Date.parse(at) <= Date.parse(instant) ? at : null);
  return {
    ...row,
    seen_at: by(row.seen_at),
    read_at: by(row.read_at),
    archived_at: by(row.archived_at),
    collapsed_at: by(row.collapsed_at),
  };
}
