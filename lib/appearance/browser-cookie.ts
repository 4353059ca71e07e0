import { readMirror, writeMirror, type Mirror } from "./mirror";

export const cookieSeconds = 365 * 24 * 60 * 60;

/** What this browser carries now; another tab may have written it since the page came. Null: nothing. */
export function readBrowserMirror(name: string): Mirror | null {
  const entry = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return entry ? readMirror(decoded(entry.slice(name.length + 1))) : null;
}

/** Written here and not by the server, so that a choice made without a network is in the first byte of the next page. */
export function writeBrowserMirror(name: string, mirror: Mirror): void {
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
