import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy } from "@/lib/content-security-policy";
import { cookieName, environment, isServedByHttps } from "@/lib/env";
import { isVisit, openedProject, projectIdOf as idOf } from "@/lib/opened-project";
import { refreshTokens } from "@/lib/auth-refresh";
import { browserOf } from "@/lib/supabase/server";

/** Refreshes the tokens of a sign-in and gives each page its script nonce. Authorises nothing: pages, actions and RLS do. */
export async function proxy(request: NextRequest) {
  if (!isText(request.nextUrl.pathname)) return new NextResponse("Bad Request", { status: 400 });
  const read = environment();
  const nonce = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce, read.ok ? read.env.supabaseUrl : null);
  const refreshed = read.ok
    ? await refreshTokens(cookiesOf(request), Date.now(), browserOf(request.headers))
    : null;
  // The page behind this request must already see the new token.
  for (const { name, value } of refreshed?.cookies ?? []) request.cookies.set(name, value);

  // What is drawn is drawn for the project of its address; what a person goes to is remembered as their present one.
  const named = openedProject(request.nextUrl);
  if (named) request.cookies.set(cookieName("project"), named);
  const opened = isVisit(request) ? named : null;

  // A random id, set with the first request, tells a person's devices apart.
  const isKnown = idOf(request.cookies.get(cookieName("device"))?.value) !== null;
  const device = isKnown ? null : crypto.randomUUID();
  if (device) request.cookies.set(cookieName("device"), device);

  const headers = new Headers(request.headers);
  headers.set("x-address", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  for (const { name, value, options } of refreshed?.cookies ?? []) response.cookies.set(name, value, options);
  for (const [name, value] of Object.entries(refreshed?.headers ?? {})) response.headers.set(name, value);
  if (opened) response.cookies.set(cookieName("project"), opened, remembered());
  if (device) response.cookies.set(cookieName("device"), device, remembered());
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  return response;
}

/** Whether the percent signs of an address stand for UTF-8. Next would answer 500 where they do not. */
function isText(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== "";
  } catch {
    return false;
  }
}

/** Also the cookies whose value cannot be decoded, which Next leaves out: as empty ones. */
const cookiesOf = ({ cookies, headers }: NextRequest) =>
  (headers.get("cookie") ?? "")
    .split(";")
    .map((pair) => pair.split("=", 1).join("").trim())
    .map((name) => ({ name, value: cookies.get(name)?.value ?? "" }));

const remembered = () =>
  ({
    path: "/",
    maxAge: 365 * 24 * 60 * 60,
    sameSite: "lax",
    httpOnly: true,
    secure: isServedByHttps(),
  }) as const;

export const config = {
  matcher: ["/((?!_next/static/|messages/[^/]+\\.json$|(?:favicon\\.ico|icon\\.svg)$).*)"],
};
