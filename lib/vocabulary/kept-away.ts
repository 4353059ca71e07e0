/**
 * Why the app does not tell a person of a notification: its switch is off, the lead is colder than they want to hear of,
 * they muted the lead or the project, or they want no word of what comes from
 * their calendar.
 */
export const keptAwayReasons = ["switch", "bookings", "heat", "muted"] as const;
export type KeptAway = (typeof keptAwayReasons)[number];

/** How a person stands to a lead or a project: what is muted is not told, what is followed passes the threshold of heat. */
export const subscriptionStates = ["muted", "followed"] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];
