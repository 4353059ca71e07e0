import type { Account, Booking } from "@/lib/integrations/contract/duties";
import { inviteeAnswer, webhookEvent, type Invitee } from "./answers";
import { jsonOf } from "@/lib/provider-request";

type Times = Readonly<{ start_time: string; end_time: string }>;

/** A booking of Calendly's is an invitee: an event for a group has several, and each is another lead. */
export const bookingOf = (invitee: Invitee, { start_time, end_time }: Times): Booking => ({
  id: invitee.uri,
  replaces: invitee.old_invitee ?? null,
  email: invitee.email,
  phone: invitee.text_reminder_number ?? null,
  starts_at: start_time,
  ends_at: end_time,
  status: statusOf(invitee),
  changed_at: invitee.updated_at,
});

/** Of the two halves of a move, which come in any order, the canceled one says nothing but that. */
const statusOf = ({ status, rescheduled, no_show }: Invitee): Booking["status"] => {
  if (status === "canceled") return rescheduled ? "moved" : "canceled";
  return no_show ? "no_show" : "active";
};

/**
 * The booking of a webhook's body; null where it is of somebody else's account (the key of an app signs for all of its
 * people), of another kind, or says less than is needed: then it has to be fetched.
 */
export function readBookingEvent(body: string, account: Account): Booking | null {
  const read = webhookEvent.safeParse(jsonOf(body));
  if (!read.success || read.data.created_by !== account.id) return null;
  const invitee = inviteeAnswer.safeParse(read.data.payload);
  const { scheduled_event: event } = read.data.payload;
  return invitee.success && event ? bookingOf(invitee.data, event) : null;
}
