import type { Outcome } from "../channel";

/** Twilio's codes (twilio.com/docs/api/errors) that say more than the status of their answer. */
const outcomes: Readonly<Record<number, Outcome>> = {
  20003: { outcome: "broken", reason: "credentials" },
  20404: { outcome: "broken", reason: "credentials" },
  20429: { outcome: "retry", reason: "rateLimited", afterSeconds: null },
  21211: { outcome: "gone", reason: "invalidAddress" },
  21217: { outcome: "gone", reason: "invalidAddress" },
  21614: { outcome: "gone", reason: "invalidAddress" },
  21610: { outcome: "gone", reason: "optedOut" },
  // The sender: no number of ours, or one that may not send.
  21212: { outcome: "broken", reason: "unverifiedSender" },
  21603: { outcome: "broken", reason: "unverifiedSender" },
  21606: { outcome: "broken", reason: "unverifiedSender" },
  21701: { outcome: "broken", reason: "unverifiedSender" },
  21703: { outcome: "broken", reason: "unverifiedSender" },
  // One country that the account may not send to is no fault of the whole channel.
  21408: { outcome: "failed", reason: "blocked" },
  21608: { outcome: "failed", reason: "blocked" },
  21612: { outcome: "failed", reason: "unreachable" },
  21605: { outcome: "failed", reason: "tooLarge" },
  21617: { outcome: "failed", reason: "tooLarge" },
  21611: { outcome: "retry", reason: "rateLimited", afterSeconds: null },
};

/** What a refusal of Twilio means. `code`: of its answer, null where it had none, as from a proxy in between. */
export function outcomeOfError(status: number, code: number | null, afterSeconds: number | null): Outcome {
  const known = code === null ? undefined : outcomes[code];
  if (known) return known.outcome === "retry" ? { ...known, afterSeconds } : known;
  if (status === 429) return { outcome: "retry", reason: "rateLimited", afterSeconds };
  if (status >= 500) return { outcome: "retry", reason: "providerDown", afterSeconds };
  if (status === 401 || status === 403) return { outcome: "broken", reason: "credentials" };
  // No API answers so: our address of it is wrong.
  if (code === null) return { outcome: "broken", reason: "credentials" };
  return { outcome: "failed", reason: "refused" };
}
