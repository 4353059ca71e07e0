import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { DestinationRow, NoticeRow, PersonRow } from "./answers";
import type { Past } from "./replay-fates";

/**
 * A person's notifications of the last days, in the order in which they happened, and what they mute and follow. Of more
 * than `mostReplayed` the latest.
 */
export type History = Readonly<{
  rows: readonly Omit<NoticeRow, "title" | "message" | "project" | "actor">[];
  subscriptions: PersonRow["subscriptions"];
  meetings: PersonRow["meetings"];
}>;

export const replayedDays = 30;
export const mostReplayed = 500;

const anyId = "00000000-0000-4000-8000-000000000000";

/** What a replay asks: the person is in the projects of what they may read, and reached on these channels. */
export function pastOf(
  { rows, subscriptions, meetings }: History,
  reached: readonly OutgoingChannel[],
): Past {
  return {
    rows: rows.map((row) => ({ ...row, title: "", message: "", project: null, actor: null })),
    person: {
      user_id: anyId,
      name: "",
      settings: null,
      preferences: null,
      projects: rows.flatMap(({ project_id: id }) => id ?? []),
      destinations: reached.map(destinationOn),
      subscriptions,
      meetings,
      interruptions: [],
    },
    configured: () => true,
  };
}

const destinationOn = (channel: OutgoingChannel): DestinationRow => ({
  id: anyId,
  channel,
  address: "",
  keys: null,
  verified_at: "1970-01-01T00:00:00Z",
  disabled_reason: null,
  window_until: null,
});
