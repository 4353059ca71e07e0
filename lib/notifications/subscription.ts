import { z } from "zod";
import { subscriptionStates } from "@/lib/vocabulary/kept-away";

const scope = { project_id: z.uuid(), lead_id: z.uuid().nullable() };

/** What `get_notification_subscriptions` answers. `lead_id` null: the project. `until`: ISO 8601; null: until taken back. */
export const subscriptionsAnswer = z.array(
  z.object({
    ...scope,
    state: z.enum(subscriptionStates),
    until: z.iso.datetime({ offset: true }).nullable(),
  }),
);
export type Subscription = z.infer<typeof subscriptionsAnswer>[number];

/** What a browser may ask for: to mute, to follow, or (null) neither. Only muting ends by itself. */
export const subscriptionChange = z
  .strictObject({
    projectId: z.uuid(),
    leadId: z.uuid().nullable(),
    state: z.enum(subscriptionStates).nullable(),
    until: z.iso.datetime({ offset: true }).nullable(),
  })
  .refine(({ state, until }) => until === null || state === "muted", { path: ["until"] });
export type SubscriptionChange = z.infer<typeof subscriptionChange>;
