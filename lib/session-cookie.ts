import { combineChunks, isChunkLike, stringFromBase64URL } from "@supabase/ssr";
import { z } from "zod";
import { cookieName } from "./env";

const storedSession = z.object({ access_token: z.string(), refresh_token: z.string() });

export type StoredSession = z.infer<typeof storedSession>;

const prefix = "base64-";

/** The session that @supabase/ssr wrote into one or more cookies; null without one or if it is damaged. */
export async function readStoredSession(
  get: (name: string) => string | undefined,
): Promise<StoredSession | null> {
  const written = await combineChunks(cookieName("auth"), get);
  if (!written?.startsWith(prefix)) return null;
  try {
    return storedSession.parse(JSON.parse(stringFromBase64URL(written.slice(prefix.length))));
  } catch {
    return null;
  }
}

/** The cookies among `names` that hold a session, or a piece of one, as cookies that are deleted. */
export const forgottenSession = (names: readonly string[]) =>
  names
    .filter((name) => isChunkLike(name, cookieName("auth")))
    .map((name) => ({ name, value: "", options: { path: "/", maxAge: 0 } }));

/**
 * Whether the cookies of a session would leave too little of the 16 kB that servers and browsers grant to all headers
 * of a request. Its access token carries the metadata of the account.
 */
export const isTooLong = ({ access_token }: Pick<StoredSession, "access_token">) =>
  access_token.length > 6_000;
