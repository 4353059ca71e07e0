/**
 * The address within this app to open after signing in, or null. A full address, a scheme, `//host`, a backslash or a
 * control character (which browsers drop) would lead out of the app.
 */
export function nextPath(asked: string | null | undefined): `/${string}` | null {
  if (!asked || !isRooted(asked) || /[\\\u0000-\u001f\u007f]/.test(asked)) return null;
  const url = URL.canParse(asked, "http://app.invalid") ? new URL(asked, "http://app.invalid") : null;
  if (url?.origin !== "http://app.invalid" || url.pathname.startsWith("//")) return null;
  return /^\/(sign-in|sign-up|reset|callback|set-up|api)(\/|$)/.test(url.pathname) ? null : asked;
}

const isRooted = (path: string): path is `/${string}` => path.startsWith("/") && !path.startsWith("//");
