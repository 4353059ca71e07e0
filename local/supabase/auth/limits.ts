import { readFileSync } from "node:fs";
import { refused, type AuthRequest } from "./auth-request";

/** What `[auth.rate_limit]` and `[auth.email]` of supabase/config.toml say, in its names. */
export type AuthLimits = Readonly<{
  /** Mails an hour, of all people together. */
  email_sent: number;
  /** Requests of one address in five minutes. */
  sign_in_sign_ups: number;
  token_refresh: number;
  token_verifications: number;
  /** Seconds between two mails of a kind to one person. */
  max_frequency: number;
}>;

/** Those of a new hosted project with an SMTP server of its own. */
export const hostedLimits: AuthLimits = {
  email_sent: 30,
  sign_in_sign_ups: 30,
  token_refresh: 150,
  token_verifications: 30,
  max_frequency: 60,
};

/** The limits of this repository's supabase/config.toml; what it does not name is as hosted. */
export function configuredLimits(): AuthLimits {
  const toml = readFileSync(new URL("../../../supabase/config.toml", import.meta.url), "utf8");
  const read = (name: keyof AuthLimits) => {
    const written = new RegExp(`^${name} = "?(\\d+)s?"?$`, "m").exec(toml)?.[1];
    return written === undefined ? hostedLimits[name] : Number(written);
  };
  return {
    email_sent: read("email_sent"),
    sign_in_sign_ups: read("sign_in_sign_ups"),
    token_refresh: read("token_refresh"),
    token_verifications: read("token_verifications"),
    max_frequency: read("max_frequency"),
  };
}

/** GoTrue's limiters let this many requests through at once, whatever the rate. */
const BURST = 30;

const limitOf = new Map<string, keyof AuthLimits>([
  ["POST /token", "token_refresh"],
  ["POST /verify", "token_verifications"],
  ["POST /signup", "sign_in_sign_ups"],
  ["POST /recover", "sign_in_sign_ups"],
  ["POST /resend", "sign_in_sign_ups"],
  ["POST /otp", "sign_in_sign_ups"],
  ["POST /magiclink", "sign_in_sign_ups"],
  ["PUT /user", "sign_in_sign_ups"],
]);

type Bucket = { left: number; at: number };

/** Takes one from a bucket that holds `most` and refills at `perSecond`; false where it is empty. `now` in ms. */
function take(
  buckets: Map<string, Bucket>,
  key: string,
  most: number,
  perSecond: number,
  now: number,
): boolean {
  const { left, at } = buckets.get(key) ?? { left: most, at: now };
  const filled = Math.min(most, left + ((now - at) / 1000) * perSecond);
  buckets.set(key, { left: filled >= 1 ? filled - 1 : filled, at: now });
  return filled >= 1;
}

/**
 * GoTrue's limits: each kind of request by address, mails of all together. Like hosted, counted by the process and
 * answered without Retry-After. `now` answers Unix ms.
 */
export function createLimiter(limits: AuthLimits, now: () => number) {
  const buckets = new Map<string, Bucket>();
  return {
    /** The refusal of a request that comes too soon after others of its address; null where it may pass. */
    refuse({ method, path, address }: AuthRequest): Response | null {
      const name = limitOf.get(`${method} ${path}`);
      if (name === undefined) return null;
      const passes = take(buckets, `${method} ${path} ${address}`, BURST, limits[name] / 300, now());
      return passes ? null : refused(429, "over_request_rate_limit", "Request rate limit reached");
    },
    /** The refusal of a mail; `sentAt`: when the person got the last of its kind (Unix ms), null for the first. */
    refuseMail(sentAt: number | null): Response | null {
      const wait = sentAt === null ? 0 : Math.ceil(limits.max_frequency - (now() - sentAt) / 1000);
      if (wait > 0) {
        const msg = `For security purposes, you can only request this after ${wait} seconds.`;
        return refused(429, "over_email_send_rate_limit", msg);
      }
      const passes = take(buckets, "mails", limits.email_sent, limits.email_sent / 3600, now());
      return passes ? null : refused(429, "over_email_send_rate_limit", "email rate limit exceeded");
    },
  };
}

export type Limiter = ReturnType<typeof createLimiter>;
