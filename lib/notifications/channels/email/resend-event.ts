import { z } from "zod";

const event = z.object({
  type: z.string(),
  data: z
    .object({
      to: z.array(z.string()).max(50).catch([]),
      bounce: z.object({ type: z.string().catch(""), message: z.string().catch("") }).optional(),
    })
    .catch({ to: [] }),
});

/**
 * What an event of Resend asks for. `disable`: the addresses take no mail any more, for a reason of
 * `notifications.reasons`. `ourFault`: a mail came back because our domain does not prove that it sends.
 */
export type Asked =
  | Readonly<{ act: "disable"; addresses: readonly string[]; reason: "bounced" | "complained" }>
  | Readonly<{ act: "ourFault" | "nothing" }>;

/** Also in the text of a bounce: see smtp-outcome.ts. */
const unproven = /\b5\.7\.(26|515)\b/;

/** Reads an event; null where it is none. Events of kinds that nobody acts upon ask for nothing. */
export function readResendEvent(body: unknown): Asked | null {
  const read = event.safeParse(body);
  if (!read.success) return null;
  const { type, data } = read.data;
  const disable = (reason: "bounced" | "complained"): Asked => ({
    act: "disable",
    addresses: data.to,
    reason,
  });
  if (type === "email.complained") return disable("complained");
  // On the provider's own list, since a bounce or complaint that we may not have heard of.
  if (type === "email.suppressed") return disable("bounced");
  if (type !== "email.bounced" || data.bounce?.type !== "Permanent") return { act: "nothing" };
  return unproven.test(data.bounce.message) ? { act: "ourFault" } : disable("bounced");
}
