import "server-only";
import { proved, type ConnectFailure } from "@/lib/integrations/connecting/service";
import type { AppMessage } from "@/lib/integrations/contract/app-message";
import { sealTokens } from "@/lib/integrations/kept-tokens";
import { tellOpened, type Told } from "@/lib/integrations/notify";
import { platform } from "@/lib/integrations/service";
import { opened } from "@/lib/integrations/worker";
import { fail, ok, type Result } from "@/lib/result";
import { categories } from "@/lib/vocabulary/categories";
import { asFacts, ownerOf, type ProjectAppRow } from "./rows";
import { projectAppStore } from "./store";

/** Which app of which project, and who asks. */
export type Asked = Readonly<{ userId: string; projectId: string; provider: string }>;

/** What that takes; null where nothing can be connected here, or the provider takes no notifications. */
function parts(provider: string) {
  const [app, store] = [platform(), projectAppStore()];
  const known = app?.providers.get(provider);
  return app && store && known?.notify ? { app, store, known } : null;
}

/**
 * Connects an app for everybody in a project by the address that an admin pasted; it is told of everything at first. Null:
 * connected. Throws refusals: `forbidden`, `rate_limited`.
 */
export async function connectForProject(
  { userId, projectId, provider }: Asked,
  key: string,
): Promise<ConnectFailure | null> {
  const using = parts(provider);
  if (!using) return "notConfigured";
  const { app, store, known } = using;
  // Nobody but an admin has an address tried.
  await store.find(userId, projectId, provider);
  await app.store.takePress(userId);
  const tokens = known.readPersonal(key);
  if (!tokens) return "key";
  const account = await proved(known, "personal", tokens);
  if (!account.ok) return account.why;
  await store.keep(userId, projectId, provider, {
    account: account.value,
    tokens: sealTokens(app.ring, ownerOf(projectId, provider), tokens),
    categories: [...categories],
  });
  return null;
}

/** Of what the app is told from now on. False where the project has none. Throws refusals: `forbidden`. */
export const chooseKinds = async (
  { userId, projectId, provider }: Asked,
  chosen: string[],
): Promise<boolean> => (await parts(provider)?.store.choose(userId, projectId, provider, chosen)) ?? false;

/** "Send one now". Throws refusals: `forbidden`, `rate_limited`. */
export async function tryForProject({ userId, projectId, provider }: Asked): Promise<boolean> {
  const using = parts(provider);
  await using?.app.store.takePress(userId);
  return (await using?.store.try(userId, projectId, provider)) ?? false;
}

/**
 * Takes back what can be taken back at the provider, and deletes what is here. `revoked`: nothing failed over there. Throws
 * refusals: `forbidden`.
 */
export async function disconnectForProject({
  userId,
  projectId,
  provider,
}: Asked): Promise<Result<{ revoked: boolean }>> {
  const using = parts(provider);
  const row = await using?.store.find(userId, projectId, provider);
  if (!using || !row) return fail("not_found", { path: "provider" });
  const open = opened(using.app, asFacts(row), false);
  const revoked = await (open?.provider.revoke(open.session, open.tokens) ?? Promise.resolve()).then(
    () => true,
    () => false,
  );
  await using.store.remove(userId, projectId, provider);
  return ok({ revoked });
}

/**
 * Makes a secret in the place of the one before, which holds for another day; the answer alone shows it. Throws refusals:
 * `forbidden`, `rate_limited`.
 */
export async function changeProjectSecret({
  userId,
  projectId,
  provider,
}: Asked): Promise<Result<{ secret: string }>> {
  const using = parts(provider);
  const row = await using?.store.find(userId, projectId, provider);
  const session = using && row && opened(using.app, asFacts(row), false);
  if (!using || !row || !session?.provider.secret) return fail("not_found", { path: "provider" });
  await using.app.store.takePress(userId);
  const { changed, shown } = session.provider.secret;
  const webhookKey = changed(session.tokens.webhookKey ?? "", using.app.now());
  const tokens = sealTokens(using.app.ring, session.owner, { ...session.tokens, webhookKey });
  const isStored = await using.app.store.replace(row.id, row.tokens, tokens);
  return isStored ? ok({ secret: shown(webhookKey) }) : fail("conflict", { path: "provider" });
}

/** Tells the app of a project. What it says of its address ends it. */
export async function tellProjectApp(
  row: ProjectAppRow,
  message: AppMessage,
  signal: AbortSignal,
): Promise<Told> {
  const app = platform();
  return tellOpened(app && opened(app, asFacts(row), false), message, signal);
}
