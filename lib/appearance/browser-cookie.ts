import { writeMirror, type Mirror } from "./mirror";

export const cookieSeconds = 365 * 24 * 60 * 60;

/** The mirror's text in the cookie; null without a cookie. Another tab may have written it since this page was loaded. */
export function readBrowserCookie(name: string): string | null {
  const entry = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return entry ? decoded(entry.slice(name.length + 1)) : null;
}

/**
 * The browser writes the cookie itself, so that a choice made without a network is in the first byte of the next page.
 */
export function writeBrowserCookie(name: string, mirror: Mirror): void {
  const value = encodeURIComponent(writeMirror(mirror));
  document.cookie = `${name}=${value}; path=/; max-age=${cookieSeconds}; samesite=lax`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
