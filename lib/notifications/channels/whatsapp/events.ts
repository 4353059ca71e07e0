import { array, number, object, oneOf, optional, regex, safeParse, string } from "@/lib/schema";

/** A message from a phone. `number`: E.164. `at`: ISO 8601. `text`: empty for pictures and the like. */
export type Inbound = Readonly<{ id: string; number: string; at: string; text: string }>;

/** What became of a message of ours. `code`: of its error, null without one. `number`: E.164, where it is told. */
export type Report = Readonly<{
  providerId: string;
  status: string;
  code: string | null;
  number: string | null;
}>;

/** Meta's name of a message. */
const wamid = string(regex(/^[!-~]{1,255}$/));
const digits = string(regex(/^[1-9]\d{6,14}$/));
/** Until the year 5138: the database reads years of four figures. */
const seconds = string(regex(/^\d{1,11}$/));

// Who hides their number behind a user name has no `from`: a destination of ours is a number.
const message = object({
  id: wamid,
  from: digits,
  timestamp: seconds,
  text: optional(object({ body: string() })),
  button: optional(object({ text: string() })),
});

/** Newest last, so that the last word of a batch counts. What is none of these shapes is left out. */
export const inboundOf = (given: readonly unknown[]): Inbound[] =>
  given
    .flatMap((each) => {
      const read = safeParse(message, each);
      if (!read.success) return [];
      const { id, from, timestamp, text, button } = read.data;
      const at = new Date(Number(timestamp) * 1_000).toISOString();
      return [{ id, number: `+${from}`, at, text: text?.body ?? button?.text ?? "" }];
    })
    .sort((one, other) => one.at.localeCompare(other.at));

/** From the first step to the last: a later one is never followed by an earlier. "played": a voice message was heard. */
const steps = ["sent", "delivered", "read", "played", "failed"] as const;

const status = object({
  id: wamid,
  status: oneOf(steps),
  recipient_id: optional(digits),
  errors: optional(array(object({ code: number() }))),
});

/** The furthest step of each message. What is none of these shapes is left out. */
export function reportsOf(given: readonly unknown[]): Report[] {
  const furthest = new Map<string, Report & { step: number }>();
  for (const each of given) {
    const read = safeParse(status, each);
    if (!read.success) continue;
    const { id, status: named, errors, recipient_id: recipient } = read.data;
    const step = steps.indexOf(named);
    if ((furthest.get(id)?.step ?? -1) >= step) continue;
    furthest.set(id, {
      step,
      providerId: id,
      status: named === "played" ? "read" : named,
      code: errors?.[0] ? String(errors[0].code) : null,
      number: recipient === undefined ? null : `+${recipient}`,
    });
  }
  return [...furthest.values()].map(({ step: _, ...report }) => report);
}
