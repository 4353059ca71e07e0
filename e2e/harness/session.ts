import type { BrowserContext } from "@playwright/test";
import { combineChunks, stringFromBase64URL, stringToBase64URL } from "@supabase/ssr";
import { decodeJwt, SignJWT } from "jose";
import { z } from "zod";
import { JWT_SECRET } from "../../local/supabase/keys";
import { addresses } from "./addresses";

const prefix = "base64-";
const stored = z.looseObject({ access_token: z.string() });

/**
 * Lets the access token of this browser have run out a moment ago, as after an hour: the next request has to renew it.
 * The token is signed as the platform signs its own.
 */
export async function outliveToken(context: BrowserContext): Promise<void> {
  const cookies = await context.cookies(addresses.app);
  const first = cookies.find(({ name }) => /-auth(\.0)?$/.test(name));
  if (!first) throw new Error("nobody is signed in");
  const name = first.name.replace(/\.0$/, "");
  const written = await combineChunks(name, (chunk) => cookies.find((each) => each.name === chunk)?.value);
  const session = stored.parse(JSON.parse(stringFromBase64URL(String(written).slice(prefix.length))));
  const exp = Math.floor(Date.now() / 1000) - 1;
  const access_token = await new SignJWT({ ...decodeJwt(session.access_token), exp })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(JWT_SECRET));
  const value = `${prefix}${stringToBase64URL(JSON.stringify({ ...session, access_token }))}`;
  await context.clearCookies({ name: new RegExp(`^${name}`) });
  await context.addCookies([{ ...first, name, value }]);
}
