import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
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
