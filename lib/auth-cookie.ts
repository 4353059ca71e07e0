import { combineChunks, isChunkLike, stringFromBase64URL } from "@supabase/ssr";
import { cookieName } from "./env";
import * as s from "./schema";

const tokens = s.object({ access_token: s.string(), refresh_token: s.string() });

export type Tokens = s.ValueOf<typeof tokens>;

const prefix = "base64-";

/** The tokens of a sign-in that @supabase/ssr wrote into one or more cookies; null without one or if it is damaged. */
export async function readTokens(get: (name: string) => string | undefined): Promise<Tokens | null> {
  const written = await combineChunks(cookieName("auth"), get);
  if (!written?.startsWith(prefix)) return null;
  try {
    return s.parse(tokens, JSON.parse(stringFromBase64URL(written.slice(prefix.length))));
  } catch {
    return null;
  }
}

/** The cookies among `names` that hold tokens, or a piece of them, as cookies that are deleted. */
export const forgottenTokens = (names: readonly string[]) =>
  names
    .filter((name) => isChunkLike(name, cookieName("auth")))
    .map((name) => ({ name, value: "", options: { path: "/", maxAge: 0 } }));

/**
 * Whether the cookies of a sign-in would leave too little of the 16 kB that servers and browsers grant to all headers
 * of a request. The access token carries the metadata of the account.
 */
export const isTooLong = ({ access_token }: Pick<Tokens, "access_token">) => access_token.length > 6_000;
