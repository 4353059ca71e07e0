const anywhere = "https://in-app.invalid";

/**
 * The path of a link within this app; null for any other link. The database checks links when they are stored; this
 * check is repeated before a link is shown, because `//host`, `/\host` and control characters leave the app in some
 * browsers.
 */
export function inAppPath(url: string | null): string | null {
  if (!url || !/^\/(?![/\\])[\x21-\x7e]*$/.test(url) || url.includes("\\")) return null;
  const parsed = URL.canParse(url, anywhere) ? new URL(url, anywhere) : null;
  if (!parsed || parsed.origin !== anywhere || parsed.pathname.startsWith("//")) return null;
  return parsed.pathname + parsed.search + parsed.hash;
}

/** The id of the lead that a path opens; null for any other path. */
export const leadOfPath = (path: string | null): string | null =>
  /^\/leads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(path ?? "")?.[1] ?? null;
