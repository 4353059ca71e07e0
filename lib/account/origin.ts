import "server-only";
import { headers } from "next/headers";
import { serverEnv } from "@/lib/env";

/**
 * A full address of this app for a link in a mail: on SITE_URL if set, otherwise on the host of the request, which the
 * platform checks against its list of allowed redirects.
 */
export async function originOf(path: `/${string}`): Promise<string> {
  const configured = serverEnv().siteUrl;
  if (configured) return new URL(path, configured).toString();
  const head = await headers();
  const host = firstOf(head.get("x-forwarded-host")) ?? head.get("host") ?? "localhost";
  const protocol = firstOf(head.get("x-forwarded-proto")) ?? "http";
  return new URL(path, `${protocol}://${host}`).toString();
}

/** Each proxy on the way adds its own value at the end: the first is what the browser asked for. */
const firstOf = (list: string | null) => list?.split(",", 1)[0]?.trim() || null;
