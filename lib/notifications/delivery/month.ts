import type { NotificationSettings } from "@/lib/settings/notifications";
import { outgoingChannels, type OutgoingChannel } from "@/lib/vocabulary/channels";
import { pastOf, type History } from "./history";
import { replay, type ChannelReplay } from "./replay";

/** A count with its words in `notifications.explain.month`. */
export type MonthPart = Readonly<{
  part: "fewer" | "more" | "lost" | "gained" | "later" | "sooner";
  count: number;
}>;

export type MonthLine = Readonly<{ channel: OutgoingChannel; parts: readonly MonthPart[] }>;

/**
 * What a change of the settings would have meant for these notifications: a line for each channel on which something
 * would have been different.
 */
export function monthOf(
  history: History,
  reached: readonly OutgoingChannel[],
  before: NotificationSettings,
  after: NotificationSettings,
): MonthLine[] {
  const replayed = replay(pastOf(history, reached), before, after);
  return outgoingChannels.flatMap((channel) => {
    const of = replayed.get(channel);
    const parts = of ? partsOf(of) : [];
    return parts.length > 0 ? [{ channel, parts }] : [];
  });
}

/** How many messages fewer or more, and what that alone does not say. */
function partsOf({ before, after, differences }: ChannelReplay): MonthPart[] {
  const count = (change: string) => differences.filter((each) => each.change === change).length;
  const messages = after.messages - before.messages;
  const parts: MonthPart[] = [
    { part: "fewer", count: Math.max(0, -messages) },
    { part: "more", count: Math.max(0, messages) },
    // A message that is not sent is one fewer: it is not told twice.
    { part: "lost", count: count("lost") === -messages ? 0 : count("lost") },
    { part: "gained", count: count("gained") === messages ? 0 : count("gained") },
    { part: "later", count: count("later") },
    { part: "sooner", count: count("sooner") },
  ];
  return parts.filter((each) => each.count > 0);
}
