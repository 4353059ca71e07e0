import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Recipient } from "./situations";
import { fatesOf, type Fate, type Past } from "./replay-fates";

/** How many notifications left and in how many messages; how many of them had waited; how many were kept away. */
export type Counts = Readonly<{ sent: number; messages: number; held: number; suppressed: number }>;

/**
 * What a change does to one notification on a channel. `lost`: it would be kept away, for `reason`; `gained`: it would
 * be sent; `later` and `sooner`: by so many milliseconds.
 */
export type Difference = Readonly<
  { notificationId: string; category: string } & (
    { change: "lost"; reason: string } | { change: "gained" } | { change: "later" | "sooner"; ms: number }
  )
>;

export type ChannelReplay = Readonly<{ before: Counts; after: Counts; differences: readonly Difference[] }>;

/**
 * What a person's past notifications would have meant on each channel under the settings `before`, and `after` a change:
 * "14 fewer e-mails" is the difference of `messages`, "2 pushes 6 h later" two `later` of their `ms`.
 */
export function replay(
  past: Past,
  before: Recipient["settings"],
  after: Recipient["settings"],
): ReadonlyMap<OutgoingChannel, ChannelReplay> {
  const [was, would] = [fatesOf(past, before), fatesOf(past, after)];
  const channels = new Set(was.map(({ channel }) => channel));
  return new Map([...channels].map((channel) => [channel, ofChannel(channel, was, would)]));
}

function ofChannel(channel: OutgoingChannel, was: readonly Fate[], would: readonly Fate[]): ChannelReplay {
  const on = (fates: readonly Fate[]) => fates.filter((fate) => fate.channel === channel);
  const after = new Map(on(would).map((fate) => [fate.row.id, fate]));
  return {
    before: countsOf(on(was)),
    after: countsOf(on(would)),
    differences: on(was).flatMap((fate) => differenceOf(fate, after.get(fate.row.id) ?? fate) ?? []),
  };
}

function countsOf(fates: readonly Fate[]): Counts {
  const sent = fates.flatMap((fate) => (fate.outcome === "sent" ? [fate] : []));
  // What waited under one bundle until one instant is one message, as the worker makes it.
  const messages = new Set(sent.map(({ at, bundle, row }) => (bundle === null ? row.id : `${bundle} ${at}`)));
  return {
    sent: sent.length,
    messages: messages.size,
    held: sent.filter(({ held }) => held).length,
    suppressed: fates.length - sent.length,
  };
}

function differenceOf(was: Fate, would: Fate): Difference | null {
  const about = { notificationId: was.row.id, category: was.row.category };
  if (was.outcome === "kept") return would.outcome === "sent" ? { ...about, change: "gained" } : null;
  if (would.outcome === "kept") return { ...about, change: "lost", reason: would.reason };
  const ms = Date.parse(would.at) - Date.parse(was.at);
  return ms === 0 ? null : { ...about, change: ms > 0 ? "later" : "sooner", ms: Math.abs(ms) };
}
