import type { DeliveryRow, DestinationRow, NoticeRow, PersonRow } from "@/lib/notifications/delivery/answers";
import { recipientsOf, type Recipient } from "@/lib/notifications/delivery/situations";

/** Rows as the database answers them: a lead that turned hot, told to a person who set nothing. */

const personId = "6e0c9a52-3c15-4f8e-9a55-0d8a55b0c001";
const projectId = "6e0c9a52-3c15-4f8e-9a55-0d8a55b0c002";
const leadId = "6e0c9a52-3c15-4f8e-9a55-0d8a55b0c003";

/** An id with a number in it, so that a test can say which. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, "0")}`;

export const noticeRowWith = (given: Partial<NoticeRow> = {}): NoticeRow => ({
  id: idOf(given.seq ?? 1),
  user_id: personId,
  seq: 1,
  category: "heatProgressions",
  type: "info",
  priority: "normal",
  title: "Dana is now hot",
  message: "Heat went from cold to hot.",
  params: { kind: "lead.heat", lead_name: "Dana", from: "cold", to: "hot" },
  action_url: `/leads/${leadId}`,
  project_id: projectId,
  lead_id: leadId,
  collapse_key: `lead.heat:${leadId}`,
  created_at: "2026-12-02T10:00:00Z",
  occurred_at: "2026-12-02T10:00:00Z",
  expires_at: null,
  seen_at: null,
  read_at: null,
  archived_at: null,
  snoozed_until: null,
  collapsed_at: null,
  kept_away: null,
  project: "Main",
  actor: null,
  ...given,
});

export const destinationWith = (given: Partial<DestinationRow> = {}): DestinationRow => ({
  id: idOf(901),
  channel: "email",
  address: "dana@example.com",
  keys: null,
  verified_at: "2026-01-01T00:00:00Z",
  disabled_reason: null,
  window_until: null,
  ...given,
});

/** A person of the project, with what decides about them. */
export function recipientWith(given: Partial<PersonRow> = {}): Recipient {
  const person: PersonRow = {
    user_id: personId,
    name: "Noa",
    settings: {
      notification_schedule: {
        quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false },
      },
    },
    preferences: null,
    projects: [projectId],
    destinations: [destinationWith()],
    subscriptions: [],
    meetings: [],
    interruptions: [],
    ...given,
  };
  const recipient = recipientsOf([person]).get(person.user_id);
  if (!recipient) throw new Error("recipientsOf lost the person");
  return recipient;
}

/** A claimed row of the notification of this number. */
export const deliveryWith = (number: number, given: Partial<DeliveryRow> = {}): DeliveryRow => ({
  id: idOf(100 + number),
  notification_id: idOf(number),
  user_id: personId,
  channel: "email",
  destination_id: idOf(901),
  reason: "due",
  bundle: null,
  carrier_id: idOf(100 + number),
  carried_at: "2026-12-02T10:00:00Z",
  tried_since: null,
  attempts: 1,
  ...given,
});
