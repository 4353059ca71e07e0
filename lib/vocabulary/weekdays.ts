/** From Sunday, as Intl and PostgreSQL count them: `weekdays[0]` is day 0. */
export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof weekdays)[number];
