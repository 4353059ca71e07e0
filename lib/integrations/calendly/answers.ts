import { z } from "zod";

/** What Calendly's API answers, as far as it is used. Addresses are kept as they are given. */
const instant = z.iso.datetime({ offset: true });

export const userAnswer = z.object({
  uri: z.url(),
  name: z.string(),
  email: z.string(),
  scheduling_url: z.string().nullish(),
  current_organization: z.url(),
});

export const eventTypeAnswer = z.object({
  uri: z.url(),
  name: z.string().nullish(),
  slug: z.string().nullish(),
  active: z.boolean(),
  duration: z.number(),
  scheduling_url: z.string(),
  deleted_at: z.string().nullish(),
});

export const scheduledEventAnswer = z.object({
  uri: z.url(),
  start_time: instant,
  end_time: instant,
  updated_at: instant,
});
export type ScheduledEvent = z.infer<typeof scheduledEventAnswer>;

export const inviteeAnswer = z.object({
  uri: z.url(),
  email: z.string(),
  status: z.enum(["active", "canceled"]),
  updated_at: instant,
  event: z.url(),
  rescheduled: z.boolean().catch(false),
  old_invitee: z.string().nullish(),
  text_reminder_number: z.string().nullish(),
  no_show: z.object({ uri: z.string() }).nullish(),
});
export type Invitee = z.infer<typeof inviteeAnswer>;

export const subscriptionAnswer = z.object({
  uri: z.url(),
  callback_url: z.string(),
  state: z.enum(["active", "disabled"]),
  events: z.array(z.string()),
});

/** What it tells by webhook: the invitee, with the event in it. */
export const webhookEvent = z.object({
  event: z.string(),
  created_at: z.string(),
  created_by: z.string(),
  payload: z
    .object({ uri: z.string(), scheduled_event: scheduledEventAnswer.optional().catch(undefined) })
    .loose(),
});
