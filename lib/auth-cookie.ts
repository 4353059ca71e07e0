import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import { z } from "zod";
import { cookieName } from "./env";

const tokens = z.object({ access_token: z.string(), refresh_token: z.string() });

export type Tokens = z.infer<typeof tokens>;

const prefix = "base64-";

/** The tokens of a sign-in that @supabase/ssr wrote into one or more cookies; null without one or if it is damaged. */
export async function readTokens(get: (name: string) => string | undefined): Promise<Tokens | null> {
  const written = await combineChunks(cookieName("auth"), get);
  if (!written?.startsWith(prefix)) return null;
  try {
    return tokens.parse(JSON.parse(stringFromBase64URL(written.slice(prefix.length))));
  } catch {
    return null;
  }
}
