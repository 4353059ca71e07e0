/** One press of a control that showed its new state, by the clock of the page. */
export type Press = { at: number; changed: number; painted: number };

/** What the browser says of one event of an interaction (Event Timing): `duration` ends with the next paint. */
export type TimedEvent = {
  name: string;
  interaction: number;
  at: number;
  processed: number;
  duration: number;
};

/**
 * Milliseconds from a press to the paint that shows its new state. Where the state had changed when the click had been
 * processed, that is the next paint, and the time is the one by which browsers judge pages (interaction to next paint):
 * the longest of the interaction's events, from the pointer to the picture. A state that changes later is shown by a
 * later paint, and of a very quick click nothing is said: then the page's own notes count.
 */
export function timeToPaint(press: Press, events: readonly TimedEvent[]): number {
  const click = events.find(({ name, at }) => name === "click" && at === press.at);
  if (!click || press.changed > click.processed) return press.painted - press.at;
  const together = events.filter(({ interaction }) => interaction === click.interaction);
  return Math.max(...together.map(({ duration }) => duration));
}
