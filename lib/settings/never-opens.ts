import type { OwnQuietHours } from "./schedule-fields";

type Hours = { readonly start: string; readonly end: string };

/** Channels that wait for the working hours. E-mail flows outside them: hours of its own can never keep it for ever. */
export const waitingChannels = ["push", "sms", "whatsapp"] as const;
export type WaitingChannel = (typeof waitingChannels)[number];

/** The quiet hours of a channel, where it has hours of its own. */
export const ownWindow = ({ mode, start, end }: OwnQuietHours) => ({ enabled: mode === "own", start, end });

const dayMinutes = 1440;

function minutesInto(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Minutes from one wall time to the next occurrence of another, over midnight if need be. */
const minutesFrom = (start: string, end: string): number =>
  (minutesInto(end) - minutesInto(start) + dayMinutes) % dayMinutes;

/**
 * Quiet hours that cover the working hours leave no open hour on any day: a held message would wait for ever. Days on
 * which the clocks change do not count, and a pause does not either.
 */
export const neverOpens = (working: Hours, quiet: Hours & { readonly enabled: boolean }): boolean =>
  quiet.enabled &&
  minutesFrom(quiet.start, working.start) + minutesFrom(working.start, working.end) <=
    minutesFrom(quiet.start, quiet.end);
