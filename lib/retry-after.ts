/** The longest wait that a provider may ask for: a day. */
const mostSeconds = 86_400;

/**
 * The whole seconds that a Retry-After header (RFC 9110, 10.2.3: seconds or a date) asks for at `now`, in milliseconds;
 * null without one, and for what is neither.
 */
export function retryAfterSeconds(header: string | null | undefined, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text), mostSeconds);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.min(Math.max(0, Math.ceil((date - now) / 1_000)), mostSeconds);
}
