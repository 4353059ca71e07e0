import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { environment } from "@/lib/env";
import { refreshSession } from "@/lib/session-refresh";

/** Keeps the session alive and gives each page its script nonce. It authorises nothing: pages, actions and RLS do. */
export async function proxy(request: NextRequest) {
  const read = environment();
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, read.ok ? read.env.supabaseUrl : null);
  const refreshed = read.ok ? await refreshSession(request.cookies.getAll(), Date.now()) : null;
  // The page behind this request must already see the new token.
  for (const { name, value } of refreshed?.cookies ?? []) request.cookies.set(name, value);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  for (const { name, value, options } of refreshed?.cookies ?? []) response.cookies.set(name, value, options);
  for (const [name, value] of Object.entries(refreshed?.headers ?? {})) response.headers.set(name, value);
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  return response;
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"],
};
