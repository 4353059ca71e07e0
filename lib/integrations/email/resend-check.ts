import { z } from "zod";
import type { Ask } from "@/lib/provider-request";
import { retryAfterSeconds } from "@/lib/retry-after";
import { providerAddress } from "@/lib/integrations/config/address";
import { answered, faulty, type Answer } from "@/lib/integrations/contract/duties";
import type { MailCredentials } from "./credentials";
import { mailFault } from "./smtp-check";

type ResendLogin = Extract<MailCredentials, { via: "resend" }>;

const domains = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) });
const refusal = z.object({ name: z.string().catch("") });

const environment = z.object({ RESEND_API_URL: providerAddress.default("https://api.resend.com") });

/** Where Resend is. Throws where the variable is malformed: a key must go nowhere else. */
export const resendUrlOf = ({ RESEND_API_URL: url }: Readonly<Record<string, string | undefined>>): string =>
  environment.parse({ RESEND_API_URL: url || undefined }).RESEND_API_URL;

/** The service's own domain, from which an account may write to itself before it has one of its own. */
const theirs = "resend.dev";

/**
 * Whether a key of Resend is taken, and may send from the address. A key that may send and read nothing says no more: the
 * service names it in its refusal.
 */
export async function checkResend(
  { key, from }: ResendLogin,
  apiUrl: string,
  ask: Ask,
  now: number,
): Promise<Answer<null>> {
  const headers = {
    authorization: `Bearer ${key}`,
    accept: "application/json",
    "user-agent": "ovenai-settings/1",
  };
  const asked = await ask(`${apiUrl}/domains`, { method: "GET", headers }, AbortSignal.timeout(10_000));
  if (!asked.answered) return faulty("unreachable");
  if (asked.status === 429)
    return faulty("limit", retryAfterSeconds(asked.headers.get("retry-after"), now) ?? 60);
  const { name } = refusal.safeParse(asked.body).data ?? { name: "" };
  if (name === "restricted_api_key") return answered(null);
  if (asked.status === 401 || asked.status === 403 || name === "invalid_api_key")
    return mailFault("credentials", "mailKey");
  const read = domains.safeParse(asked.body);
  if (asked.status >= 300 || !read.success) return faulty(asked.status >= 500 ? "unreachable" : "refused");
  const domain = from.slice(from.lastIndexOf("@") + 1).toLowerCase();
  const isVerified = read.data.data.some(
    (each) => each.name.toLowerCase() === domain && each.status === "verified",
  );
  return isVerified || domain === theirs ? answered(null) : mailFault("refused", "mailSender");
}
