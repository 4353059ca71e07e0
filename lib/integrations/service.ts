import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { environment, siteUrl } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import { fail, ok, type Result } from "@/lib/result";
import { serverProviders } from "./server-registry";
import { connectionStore } from "./store";
import { lookAfter, opened, runIntegrations, type IntegrationRun, type WorkerParts } from "./worker";

/** The ways of connecting that this platform has; none where it has no keys, or no secret key. */
export type Ways = Readonly<Record<string, readonly ("oauth" | "personal")[]>>;

/** A run of the ticker's route ends in time for the deliveries that follow. */
const runMs = 15_000;

export type Platform = WorkerParts & Readonly<{ siteUrl: string }>;

/** What using connections takes; null where this deployment has no keys, no secret key or no address. */
export function platform(): Platform | null {
  const read = environment();
  const store = read.ok ? connectionStore() : null;
  if (!read.ok || !store || read.env.integrationKeys.length === 0 || !read.env.siteUrl) return null;
  return {
    store,
    ring: read.env.integrationKeys,
    providers: serverProviders(),
    webhookBase: `${siteUrl()}/api/webhooks/connections`,
    siteUrl: siteUrl(),
    now: Date.now,
    wait: (ms) => wait(ms),
    report: (fault, thrown) => log.error(fault, describeError(thrown)),
  };
}

export function waysToConnect(): Ways {
  const providers = platform()?.providers ?? new Map();
  return Object.fromEntries(
    [...providers].map(([name, { oauth, configured }]) => [
      name,
      [...(oauth ? (["oauth"] as const) : []), ...(configured === false ? [] : (["personal"] as const))],
    ]),
  );
}

/** Fetches everything now. Answers what stopped it, or null. Throws refusals. */
export async function syncNow(userId: string, provider: string): Promise<Result<{ fault: string | null }>> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, provider);
  if (!parts || !kept?.credentials) return fail("not_found", { path: "provider" });
  if (kept.status === "needs_reconnect") return ok({ fault: "credentials" });
  await parts.store.takePress(userId);
  const fault = await lookAfter(parts, kept, true);
  return ok({ fault: fault?.fault ?? null });
}

/** What a provider told and nobody could work in is tried anew by the next run; answers how much that is. Throws refusals. */
export async function retryEvents(userId: string, provider: string): Promise<Result<{ events: number }>> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, provider);
  if (!parts || !kept) return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  return ok({ events: await parts.store.retryEvents(kept.id) });
}

/** Takes back what was given at the provider as far as it can be reached, and forgets what opens the account. */
export async function disconnect(userId: string, provider: string): Promise<Result<{ revoked: boolean }>> {
  const parts = platform();
  const kept = await parts?.store.ofPerson(userId, provider);
  if (!parts || !kept) return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  const using = opened(parts, kept, false);
  const revoked = await (using?.provider.revoke(using.session, using.tokens) ?? Promise.resolve()).then(
    () => true,
    (thrown: unknown) => {
      log.warn("a connection was not taken back at its provider", describeError(thrown));
      return false;
    },
  );
  await parts.store.disconnect(kept.id);
  return ok({ revoked });
}

/**
 * Takes back at its providers whatever a person has connected, for an account that goes: made while the tokens are there,
 * to be called once they are not. Never throws; what a provider does not hear it will see when the tokens end.
 */
export async function takingBackAll(userId: string): Promise<() => Promise<void>> {
  const parts = platform();
  const warn = (thrown: unknown) =>
    log.warn("a connection was not taken back at its provider", describeError(thrown));
  const names = [...(parts?.providers.keys() ?? [])];
  const read = (name: string) => parts?.store.ofPerson(userId, name) ?? Promise.resolve(null);
  const kept = await Promise.all(names.map(read)).catch((thrown: unknown) => (warn(thrown), []));
  const open = kept.flatMap((one) => (parts && one && opened(parts, one, false)) ?? []);
  return async () => {
    for (const { provider, session, tokens } of open) await provider.revoke(session, tokens).catch(warn);
  };
}

/** Works in what was told and looks after what is due; null where nothing can be connected here. */
export async function runDueIntegrations(): Promise<IntegrationRun | null> {
  const parts = platform();
  if (!parts) return null;
  const ends = parts.now() + runMs;
  return runIntegrations(parts, () => parts.now() < ends);
}
