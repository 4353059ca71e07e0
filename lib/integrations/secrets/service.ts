import "server-only";
import { sealTokens } from "@/lib/integrations/kept-tokens";
import { platform } from "@/lib/integrations/service";
import { opened } from "@/lib/integrations/worker";
import { fail, ok, type Result } from "@/lib/result";

/** Providers whose messages are known by a secret of the connection. */
export const signingProviders = (): string[] =>
  [...(platform()?.providers ?? [])].flatMap(([name, { secret }]) => (secret ? [name] : []));

/**
 * Makes a secret in the place of the one before, which holds for another day. The answer is the only place where it is ever
 * shown. Throws refusals: `rate_limited`.
 */
export async function changeSecret(userId: string, provider: string): Promise<Result<{ secret: string }>> {
  const parts = platform();
  const kept = (await parts?.store.ofPerson(userId, provider)) ?? null;
  const using = parts && kept && opened(parts, kept, false);
  if (!parts || !kept?.credentials || !using?.provider.secret) return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  const { changed, shown } = using.provider.secret;
  const webhookKey = changed(using.tokens.webhookKey ?? "", parts.now());
  const tokens = sealTokens(parts.ring, using.owner, { ...using.tokens, webhookKey });
  const given = { tokens, expires_at: using.tokens.expiresAt ?? "infinity", scopes: kept.scopes };
  const isStored = await parts.store.storeTokens(kept.id, kept.credentials.version, given);
  return isStored ? ok({ secret: shown(webhookKey) }) : fail("conflict", { path: "provider" });
}
