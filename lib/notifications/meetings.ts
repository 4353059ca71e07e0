/** A meeting that a person's calendar knows. Instants are ISO 8601. */
export type Meeting = Readonly<{ starts_at: string; ends_at: string }>;

/**
 * The meeting that is on at an instant, as one with those that follow it without a break. Null while the person is in
 * none. Half open: at its end a meeting is over.
 */
export function meetingOn(meetings: readonly Meeting[], at: string): Meeting | null {
  const now = Date.parse(at);
  const startOf = (each: Meeting) => Date.parse(each.starts_at);
  const endOf = (each: Meeting) => Date.parse(each.ends_at);
  const [first = null, ...rest] = meetings
    .filter((each) => endOf(each) > now)
    .sort((one, other) => startOf(one) - startOf(other));
  if (first === null || startOf(first) > now) return null;
  return rest.reduce(
    (on, next) =>
      startOf(next) <= endOf(on) && endOf(next) > endOf(on) ? { ...on, ends_at: next.ends_at } : on,
    first,
  );
}
