import type { NoticeRow } from "@/lib/notifications/delivery/answers";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Wishes } from "@/lib/notifications/delivery/situation";
import { isoOf } from "@/lib/time/wall-time";
import { wallsOfTable } from "./schedule-cases";
import { statesByMinute } from "./schedule-oracle";

/**
 * What became of a person's notifications, found by living through the time: at every half minute all that waits is
 * looked at. Slow, and written without the rules of lib/notifications/delivery.
 */
const stepMs = 30_000;
const minuteMs = 60_000;
const heatOrder = ["cold", "warm", "hot", "burning"];

/** The time that is lived through. Notifications happen on half minutes. */
export type Span = Readonly<{ from: number; days: number }>;

/** One channel of the person, with all moments at which its clock shows something of note. */
/** Nothing rings where they arrive. */
const isSilent = (channel: OutgoingChannel) => channel === "email" || channel === "apps";

type Lane = { channel: OutgoingChannel; wishes: Wishes; states: string[]; digests: number[] };

type Waiting = {
  key: string;
  lane: Lane;
  row: NoticeRow;
  occurred: number;
  /** The first moment that the grace and the digest allow, and from when it is too late. */
  notBefore: number;
  tooLate: number;
};

/** By "<seq> <channel>": when it was sent, or why it was kept away. Nothing of what waits at the end. */
export function fatesByLooking(
  rows: readonly NoticeRow[],
  wishesOn: Partial<Record<OutgoingChannel, Wishes>>,
  { from, days }: Span,
): Map<string, string> {
  const lanes = (["email", "push", "sms", "whatsapp", "apps"] as const).flatMap((channel) => {
    const wishes = wishesOn[channel];
    return wishes ? [laneOf(channel, wishes, from, days)] : [];
  });
  const coming = rows
    .flatMap((row) => lanes.map((lane) => waitingOf(row, lane)))
    .sort((one, other) => one.occurred - other.occurred);
  const fates = new Map<string, string>();
  const loud: { moment: number; seq: number }[] = [];
  let waiting: Waiting[] = [];
  let begun = 0;
  for (let at = from; at < from + days * 1_440 * minuteMs; at += stepMs) {
    for (let next = coming[begun]; next && next.occurred <= at; next = coming[begun]) {
      waiting.push(next);
      begun += 1;
    }
    const before = loud.filter(({ moment }) => moment > at - 60 * minuteMs);
    loud.splice(0, loud.length, ...before);
    waiting = waiting.filter((each) => {
      const never = keptFor(each, at);
      const others = new Set(loud.flatMap(({ seq }) => (seq === each.row.seq ? [] : [seq])));
      if (never === null && !mayGo(each, at, from, others.size)) return true;
      if (never === null && !isSilent(each.lane.channel)) loud.push({ moment: at, seq: each.row.seq });
      fates.set(each.key, never ?? isoOf(at));
      return false;
    });
  }
  return fates;
}

function laneOf(channel: OutgoingChannel, wishes: Wishes, from: number, days: number): Lane {
  const minutes = days * 1_440;
  const { schedule, frequency, digest } = wishes;
  const states = statesByMinute({ ...schedule, pausedUntil: "never" }, from, minutes, wallsOfTable);
  if (frequency === "immediate") return { channel, wishes, states, digests: [] };
  const digests = wallsOfTable(schedule.timezone, from, minutes).flatMap((wall, index) => {
    const shown = new Date(wall);
    const clock = shown.toISOString().slice(11, 16);
    const isDue =
      frequency === "hourly"
        ? clock.endsWith(":00")
        : clock === digest.time && (frequency === "daily" || shown.getUTCDay() === digest.day);
    return isDue ? [from + index * minuteMs] : [];
  });
  return { channel, wishes, states, digests };
}

function waitingOf(row: NoticeRow, lane: Lane): Waiting {
  const occurred = Date.parse(row.occurred_at);
  const seconds =
    row.priority === "urgent" ? 0 : lane.channel === "email" ? 120 : lane.channel === "push" ? 30 : 0;
  const digest = lane.wishes.frequency === "immediate" ? occurred : lane.digests.find((at) => at > occurred);
  const ends = [row.expires_at, row.read_at].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  return {
    key: `${row.seq} ${lane.channel}`,
    lane,
    row,
    occurred,
    notBefore: Math.max(occurred + seconds * 1_000, digest ?? Infinity),
    tooLate: Math.min(Infinity, ...ends),
  };
}

/** Why it will never go: read and expired are one, for either may come first. */
function keptFor({ row, lane: { wishes }, tooLate }: Waiting, at: number): string | null {
  if (tooLate <= at) return "too late";
  if (!wishes.on) return "switch";
  const heat = heatOrder.indexOf(String(row.params.to));
  return heat < heatOrder.indexOf(wishes.minimumHeat) ? "heat" : null;
}

function mayGo({ row, lane, notBefore }: Waiting, at: number, from: number, loud: number): boolean {
  const { wishes, channel } = lane;
  const isUrgent = row.priority === "urgent";
  if (at < notBefore || at < (Date.parse(wishes.schedule.pausedUntil) || 0)) return false;
  const state = lane.states[Math.floor((at - from) / minuteMs)];
  if (state === "quiet" && !(isUrgent && wishes.urgentPasses)) return false;
  if (isSilent(channel)) return true;
  if (state === "off-hours" && !isUrgent && row.priority !== "high") return false;
  return isUrgent || wishes.interruptionsPerHour === null || loud < wishes.interruptionsPerHour;
}
