import { z } from "zod";
import { subscriptionStates } from "@/lib/vocabulary/kept-away";

const until = z.iso.datetime({ offset: true }).nullable();

/** How a person stands to a project or a lead. `until`: ISO 8601; null: until taken back. */
export const standing = z.object({ state: z.enum(subscriptionStates), until });

/** Null: neither muted nor followed. */
export type Standing = z.infer<typeof standing> | null;

const scope = { project_id: z.uuid(), lead_id: z.uuid().nullable() };

/** What `get_notification_subscriptions` answers. `lead_id` null: the project. */
export const subscriptionsAnswer = z.array(standing.extend({ ...scope, lead_name: z.string().nullable() }));
export type Subscription = z.infer<typeof subscriptionsAnswer>[number];

/** What a browser may ask for: to mute, to follow, or (null) neither. Only muting ends by itself. */
export const subscriptionChange = z
  .strictObject({
    userId: z.uuid(),
    projectId: z.uuid(),
    leadId: z.uuid().nullable(),
    state: z.enum(subscriptionStates).nullable(),
    until,
  })
  .refine(({ state, until }) => until === null || state === "muted", { path: ["until"] });
export type SubscriptionChange = z.infer<typeof subscriptionChange>;

/** Asks for what a person mutes and follows, of a project or of all. */
export const subscriptionsRead = z.strictObject({ userId: z.uuid(), projectId: z.uuid().optional() });
