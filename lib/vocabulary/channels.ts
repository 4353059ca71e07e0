/**
 * Ways to reach a person, in the order of the columns of the matrix on Settings -> Notifications. `apps`: whatever the
 * person has connected that takes notifications.
 */
export const channels = ["inApp", "email", "push", "sms", "whatsapp", "apps"] as const;
export type Channel = (typeof channels)[number];

/** Channels that leave the house. The bell is told by SQL, in the transaction of the cause. */
export type OutgoingChannel = Exclude<Channel, "inApp">;

export const outgoingChannels = [
  "email",
  "push",
  "sms",
  "whatsapp",
  "apps",
] as const satisfies OutgoingChannel[];
