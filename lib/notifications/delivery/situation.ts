import type { Meeting } from "@/lib/notifications/meetings";
import type { Schedule } from "@/lib/notifications/schedule/schedule";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Heat } from "@/lib/vocabulary/heat";

/** A notification as the rules see it. Instants are ISO 8601 with Z. */
export type Notice = Readonly<{
  id: string;
  category: string;
  priority: "low" | "normal" | "high" | "urgent";
  /** What `minimumHeat` is compared with; null where the kind has no heat. */
  heat: Heat | null;
  projectId: string | null;
  leadId: string | null;
  occurredAt: string;
  expiresAt: string | null;
  seenAt: string | null;
  /** When the person read it, archived it or put it to sleep: they know. */
  dealtWithAt: string | null;
  /** When a later notification took over what this one said. */
  collapsedAt: string | null;
  /** Why its person wants it on no channel at all, whatever its switch says; null: they may. */
  unwanted: "bookings" | null;
  /** Whether nobody can switch it off on this channel. */
  mandatory: boolean;
}>;

/** A person's standing wish about a lead, or about a whole project where `leadId` is null. `until` null: for good. */
export type Subscription = Readonly<{
  projectId: string;
  leadId: string | null;
  state: "muted" | "followed";
  until: string | null;
}>;

export type Frequency = "immediate" | "hourly" | "daily" | "weekly";

/** What the person set for this channel and category. */
export type Wishes = Readonly<{
  on: boolean;
  minimumHeat: Heat;
  frequency: Frequency;
  /** When digests go out, in the schedule's zone: "HH:MM", and the weekday of the weekly one (0 is Sunday). */
  digest: { time: string; day: number };
  /** The schedule with the quiet hours of this channel. */
  schedule: Schedule;
  urgentPasses: boolean;
  /** What would make a sound waits while a meeting is on. */
  waitsInMeetings: boolean;
  /** Interruptions within any hour; null: no limit. */
  interruptionsPerHour: number | null;
  /**
   * Minutes for which the channel waits for the person to see it elsewhere; null: it does not wait. Where the category is
   * off, what is high or urgent is still sent if it was not seen by then.
   */
  escalationMinutes: number | null;
}>;

/** Where the channel would reach the person. `disabled`: why it takes nothing any more. */
export type Place = Readonly<{
  id: string;
  verified: boolean;
  disabled: string | null;
  /** WhatsApp: until when free text is allowed. */
  windowUntil: string | null;
}>;

/** That a message rang, buzzed or flashed. `of`: the id of its notification, or what a bundle is known by. */
export type Interruption = Readonly<{ at: string; of: string }>;

/** All that a decision depends on. */
export type Situation = Readonly<{
  notice: Notice;
  channel: OutgoingChannel;
  /** Whether this platform can send on the channel at all. */
  configured: boolean;
  place: Place | null;
  /** Whether the person may see the project now. */
  mayRead: boolean;
  wishes: Wishes;
  subscriptions: readonly Subscription[];
  /** Those that the person's calendar knows, where what comes waits for them. */
  meetings: readonly Meeting[];
  /** When the person was last interrupted, ascending. */
  interruptions: readonly Interruption[];
}>;
