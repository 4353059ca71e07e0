/** One press of a control, its new state and the paint of it, in ms of the page's clock. */
export type Press = { at: number; changed: number; painted: number };

/** One event of an interaction as the browser reports it (Event Timing); `duration` ends with the next paint. */
export type TimedEvent = {
  name: string;
  interaction: number;
  at: number;
  processed: number;
  duration: number;
};

/**
 * Milliseconds from a press to the paint that shows its new state. If the state changed while the click was processed,
 * the next paint shows it, and the time is the browser's interaction to next paint: the longest of the interaction's
 * events. If the state changed later, or the browser reported nothing (a very quick click), the page's own notes count.
 */
export function timeToPaint(press: Press, events: readonly TimedEvent[]): number {
  const click = events.find(({ name, at }) => name === "click" && at === press.at);
  if (!click || press.changed > click.processed) return press.painted - press.at;
  const together = events.filter(({ interaction }) => interaction === click.interaction);
  return Math.max(...together.map(({ duration }) => duration));
}
