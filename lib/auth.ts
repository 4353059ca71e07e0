import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { verifyAccessToken } from "./access-token";
import { environment } from "./env";
import { readTokens } from "./auth-cookie";
import * as s from "./schema";

/**
 * The person who makes a request. Only this file decides it, without asking the platform: this process checks the
 * signature of the cookie's access token, so that a stopped platform never delays a page.
 * `expired`: the token expired and could not be refreshed. For `graceMs` an expired identity opens the shell with the
 * device's data; it reads and writes nothing on the platform.
 */
export type Identity = {
  userId: string;
  email: string;
  accessToken: string;
  /** Unix time in milliseconds. */
  expiresAt: number;
  expired: boolean;
  /** When the session began by the link of a mail, Unix ms; null for one that began otherwise. */
  openedByMailAt: number | null;
};

const graceMs = 24 * 60 * 60 * 1000;

const claims = s.object({
  sub: s.uuid(),
  email: s.withDefault(s.string(), ""),
  role: s.literal(["authenticated"]),
  exp: s.number(),
  amr: s.withFallback(s.array(s.object({ method: s.string(), timestamp: s.number() })), []),
});

type Claims = s.ValueOf<typeof claims>;

/** A browser sends the same token for an hour: its signature is checked once by each process, its end every time. */
const genuine = new Map<string, Claims>();
const mostGenuine = 1_000;

/** Null for a token that is forged, malformed or of another role. */
async function claimsOf(token: string): Promise<Claims | null> {
  const verdict = await verifyAccessToken(token);
  const parsed = s.safeParse(claims, verdict.is === "genuine" ? verdict.payload : null);
  if (!parsed.success) return null;
  if (genuine.size >= mostGenuine) genuine.clear();
  genuine.set(token, parsed.data);
  return parsed.data;
}

/**
 * The identity of an access token at `now` (Unix ms); null if it is forged, malformed, of another role or long expired.
 */
export async function identityOf(accessToken: string, now: number): Promise<Identity | null> {
  const claimed = genuine.get(accessToken) ?? (await claimsOf(accessToken));
  if (!claimed) return null;
  const { sub, email, exp, amr } = claimed;
  const expiresAt = exp * 1000;
  if (now - expiresAt > graceMs) return null;
  const openedByMailAt = openedByMail(amr);
  return { userId: sub, email, accessToken, expiresAt, expired: expiresAt <= now, openedByMailAt };
}

/** Auth's names for "by a link or a code that came by mail". */
const byMail: ReadonlySet<string> = new Set(["otp", "recovery", "magiclink"]);

function openedByMail(amr: Claims["amr"]): number | null {
  const opened = amr.find(({ method }) => byMail.has(method));
  return opened ? opened.timestamp * 1000 : null;
}

/** The identity of the present request, computed once per request. */
export const getIdentity = cache(async (): Promise<Identity | null> => {
  if (!environment().ok) return null;
  const store = await cookies();
  const tokens = await readTokens((name) => store.get(name)?.value);
  return tokens ? identityOf(tokens.access_token, Date.now()) : null;
});
