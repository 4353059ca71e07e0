import "server-only";
import { describeError, log } from "@/lib/log";
import { failureOf } from "@/lib/supabase/refusal";
import { readLink, type UnsubscribeLink } from "./link";
import { storeUnsubscribe } from "./store";

/**
 * What became of following a link: `ask` shows what it would do, `unknown` is no link of ours or its person is gone,
 * `busy` and `failed` changed nothing.
 */
export type Followed = Readonly<
  | { state: "unknown" | "busy" | "failed"; link: UnsubscribeLink | null }
  | { state: "ask" | "stopped" | "on"; link: UnsubscribeLink }
>;

export type Deed = "ask" | "stop" | "undo";

/** Follows the link of a token. Never throws. `store` is given in tests. */
export async function followLink(
  token: string,
  deed: Deed,
  secrets: readonly string[],
  store: typeof storeUnsubscribe = storeUnsubscribe,
): Promise<Followed> {
  const link = readLink(token, secrets);
  if (link === null) return { state: "unknown", link: null };
  if (deed === "ask") return { state: "ask", link };
  try {
    await store(link, deed === "undo");
    return { state: deed === "undo" ? "on" : "stopped", link };
  } catch (error) {
    const code = failureOf(error)?.code;
    if (code === "not_found") return { state: "unknown", link };
    if (code === "rate_limited") return { state: "busy", link };
    log.error("unsubscribe failed", describeError(error));
    return { state: "failed", link };
  }
}
