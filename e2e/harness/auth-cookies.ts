import type { BrowserContext } from "@playwright/test";
import { combineChunks, createServerClient, stringFromBase64URL, stringToBase64URL } from "@supabase/ssr";
import { decodeJwt, SignJWT } from "jose";
import { z } from "zod";
import { noRealtime } from "../../lib/supabase/transport";
import { JWT_SECRET, PUBLISHABLE_KEY } from "../../local/supabase/keys";
import { addresses, cookieNamespace } from "./addresses";
import { browserName, type Person } from "./people";

const prefix = "base64-";
const stored = z.looseObject({ access_token: z.string() });

/** The Auth API's tokens for a password, in the cookies that the app's own sign-in writes into this browser. */
export async function holdSignIn(
  context: BrowserContext,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  const client = createServerClient(addresses.api, PUBLISHABLE_KEY, {
    cookieOptions: { name: `${cookieNamespace}-auth` },
    realtime: noRealtime,
    global: { headers: { "user-agent": browserName } },
    cookies: {
      getAll: () => [],
      setAll: (written) =>
        context.addCookies(
          written.map(({ name, value, options: { maxAge } }) => ({
            name,
            value,
            expires: maxAge === undefined ? -1 : Math.floor(Date.now() / 1000) + maxAge,
            url: addresses.app,
            httpOnly: true,
            sameSite: "Lax" as const,
          })),
        ),
    },
  });
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
}

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
  const tokens = stored.parse(JSON.parse(stringFromBase64URL(String(written).slice(prefix.length))));
  const exp = Math.floor(Date.now() / 1000) - 1;
  const access_token = await new SignJWT({ ...decodeJwt(tokens.access_token), exp })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(JWT_SECRET));
  const value = `${prefix}${stringToBase64URL(JSON.stringify({ ...tokens, access_token }))}`;
  await context.clearCookies({ name: new RegExp(`^${name}`) });
  await context.addCookies([{ ...first, name, value }]);
}
