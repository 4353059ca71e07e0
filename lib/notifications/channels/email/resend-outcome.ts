import { z } from "zod";
import type { Outcome } from "../channel";
import { retryAfterSeconds } from "@/lib/retry-after";

const refusal = z.object({ name: z.string() });

/** Refusals by their name, whatever their status. */
const byName: Readonly<Record<string, Outcome>> = {
  missing_api_key: { outcome: "broken", reason: "credentials" },
  restricted_api_key: { outcome: "broken", reason: "credentials" },
  invalid_api_key: { outcome: "broken", reason: "credentials" },
  invalid_from_address: { outcome: "broken", reason: "unverifiedSender" },
  daily_quota_exceeded: { outcome: "broken", reason: "quotaExceeded" },
  monthly_quota_exceeded: { outcome: "broken", reason: "quotaExceeded" },
  invalid_attachment: { outcome: "failed", reason: "tooLarge" },
  // The key was used for another text of this dispatch: an earlier attempt was taken, and its answer lost.
  invalid_idempotent_request: { outcome: "sent", providerId: null },
};

/**
 * What became of an attempt that Resend did not take, by its table of errors; `body` as it came, also none at all. `now`
 * in milliseconds.
 */
export function resendOutcome(
  status: number,
  headers: Pick<Headers, "get">,
  body: unknown,
  now: number,
): Outcome {
  const read = refusal.safeParse(body);
  const name = read.success ? read.data.name : "";
  const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (known) return known;
  const afterSeconds = retryAfterSeconds(headers.get("retry-after") ?? headers.get("ratelimit-reset"), now);
  if (status === 429 || name === "concurrent_idempotent_requests")
    return { outcome: "retry", reason: "rateLimited", afterSeconds };
  if (status >= 500) return { outcome: "retry", reason: "providerDown", afterSeconds };
  // Sent elsewhere: whoever stands between is no Resend, and gets no key.
  if (status >= 300 && status < 400) return { outcome: "retry", reason: "network", afterSeconds: null };
  // 200 without an id. The key makes it safe to ask again.
  if (status < 400) return { outcome: "retry", reason: "providerDown", afterSeconds: null };
  // 403 validation_error: a domain that is not verified, or an account that may write to itself only.
  if (status === 403) return { outcome: "broken", reason: "unverifiedSender" };
  if (status === 401) return { outcome: "broken", reason: "credentials" };
  if (status === 404 || status === 405) return { outcome: "broken", reason: "notConfigured" };
  if (status === 413) return { outcome: "failed", reason: "tooLarge" };
  return { outcome: "failed", reason: "rejected" };
}
