import { foresee } from "./foresee";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Notice, Wishes } from "./situation";

/** Something of no weight that happens at `now` and that nothing but its time keeps back. */
const happening = (now: string): Notice => ({
  id: "",
  category: "",
  priority: "normal",
  heat: null,
  projectId: null,
  leadId: null,
  occurredAt: now,
  expiresAt: null,
  seenAt: null,
  dealtWithAt: null,
  collapsedAt: null,
  unwanted: null,
  mandatory: false,
});

/** When a channel with these hours and this frequency would tell what happens at `now` (both ISO 8601). */
export function nextMessage(wishes: Wishes, channel: OutgoingChannel, now: string): string {
  const chain = foresee(
    {
      notice: happening(now),
      channel,
      configured: true,
      place: { id: "", verified: true, disabled: null, windowUntil: null },
      mayRead: true,
      wishes: { ...wishes, on: true, escalationMinutes: null },
      subscriptions: [],
      meetings: [],
      interruptions: [],
    },
    now,
  );
  return chain.at(-1)?.at ?? now;
}
