/**
 * Where to go after signing in: an address within this app or null. A full address, a scheme, `//host`, a backslash
 * and a control character (browsers drop those and read on) would lead elsewhere.
 */
export function nextPath(asked: string | null | undefined): `/${string}` | null {
  if (!asked || !isRooted(asked) || /[\\\u0000-\u001f\u007f]/.test(asked)) return null;
  const url = URL.canParse(asked, "http://app.invalid") ? new URL(asked, "http://app.invalid") : null;
  if (url?.origin !== "http://app.invalid" || url.pathname.startsWith("//")) return null;
  return /^\/(sign-in|sign-up|reset|callback|set-up|api)(\/|$)/.test(url.pathname) ? null : asked;
}

const isRooted = (path: string): path is `/${string}` => path.startsWith("/") && !path.startsWith("//");
