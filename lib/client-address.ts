import { isIP } from "node:net";

/**
 * The address of the browser, as the nearest proxy saw it; null if nobody says. Vercel writes `x-real-ip` and lets no
 * browser set it. Elsewhere the last entry of `x-forwarded-for` counts: each proxy adds what it saw, and what stands
 * before it a browser may have made up.
 */
export function clientAddress(headers: Pick<Headers, "get">): string | null {
  const seen = process.env.VERCEL === "1" ? headers.get("x-real-ip") : headers.get("x-forwarded-for");
  const last = seen?.split(",").at(-1)?.trim() ?? "";
  return isIP(last) ? last : null;
}
