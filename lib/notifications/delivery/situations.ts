import { notifications, type NotificationSettings } from "@/lib/settings/notifications";
import { parse } from "@/lib/settings/resolve";
import type { JsonObject } from "@/lib/settings/json";
import { calendarOf, rulesOf } from "../kinds";
import type { DestinationRow, NoticeRow, PersonRow } from "./answers";
import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import type { Notice, Situation } from "./situation";
import { wishesOf } from "./wishes";

/** The notification settings in force for a person, from their own row. */
export const settingsOf = (overrides: JsonObject | null): NotificationSettings =>
  parse(notifications, overrides ?? {});

/** A person with their settings resolved once, however many notifications they have. */
export type Recipient = Readonly<{ person: PersonRow; settings: NotificationSettings }>;

export const recipientsOf = (people: readonly PersonRow[]): ReadonlyMap<string, Recipient> =>
  new Map(people.map((person) => [person.user_id, { person, settings: settingsOf(person.settings) }]));

/** What `decide` is asked about this notification on this channel, to this destination (null: there is none). */
export function situationOf(
  row: NoticeRow,
  { person, settings }: Recipient,
  channel: OutgoingChannel,
  destination: DestinationRow | null,
  configured: boolean,
): Situation {
  const { project_id: projectId } = row;
  return {
    notice: noticeOf(row, channel),
    channel,
    configured,
    place: destination && {
      id: destination.id,
      verified: destination.verified_at !== null,
      disabled: destination.disabled_reason,
      windowUntil: destination.window_until,
    },
    mayRead: projectId === null || person.projects.includes(projectId),
    wishes: wishesOf(settings, channel, row.category),
    subscriptions: person.subscriptions.map((each) => ({
      projectId: each.project_id,
      leadId: each.lead_id,
      state: each.state,
      until: each.until,
    })),
    meetings: person.meetings,
    interruptions: person.interruptions,
  };
}

const noticeOf = (row: NoticeRow, channel: OutgoingChannel): Notice => {
  const { mandatory, heat } = rulesOf(row.params);
  // A calendar has read nothing: what it is told by mail, it is told whether or not the person knows.
  const isForCalendar = channel === "email" && calendarOf(row.params) !== null;
  return {
    id: row.id,
    category: row.category,
    priority: row.priority,
    heat,
    projectId: row.project_id,
    leadId: row.lead_id,
    occurredAt: row.occurred_at,
    expiresAt: row.expires_at,
    seenAt: row.seen_at,
    dealtWithAt: isForCalendar
      ? null
      : (row.read_at ?? row.archived_at ?? (row.snoozed_until && row.seen_at)),
    collapsedAt: row.collapsed_at,
    unwanted: row.kept_away === "bookings" ? "bookings" : null,
    mandatory: mandatory.includes(channel),
  };
};
