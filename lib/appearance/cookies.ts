import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { cookieName } from "@/lib/env";
import { negotiateLocale } from "@/lib/vocabulary/locales";
import { paths } from "@/lib/paths";
import { cookieSeconds } from "./browser-cookie";
import { forNobody, writeMirror, type Mirror } from "./mirror";
import { appearanceOf, readMirror } from "./mirrored-values";

/** The appearance of the requested page, read on the server: the first byte already has the theme and the direction. */
export const readAppearance = cache(async () => {
  const [carried, head] = await Promise.all([carriedMirror(), headers()]);
  const mirror = head.get("x-address") === paths.offline() ? forNobody(carried) : carried;
  return { mirror, appearance: appearanceOf(mirror, negotiateLocale(head.get("accept-language"))) };
});

/**
 * Call only from a server action. The cookie holds no secret, and the page's own script writes it too: not httpOnly.
 */
export async function changeMirror(change: (mirror: Mirror) => Mirror): Promise<void> {
  const changed = writeMirror(change(await carriedMirror()));
  const options = { path: "/", maxAge: cookieSeconds, sameSite: "lax" } as const;
  (await cookies()).set(cookieName("appearance"), changed, options);
}

const carriedMirror = async () => readMirror((await cookies()).get(cookieName("appearance"))?.value);
