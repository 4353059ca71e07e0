import "server-only";
import { getIdentity } from "@/lib/auth";
import { describeError, log } from "@/lib/log";
import { parse } from "@/lib/schema";
import type { JsonObject } from "@/lib/settings/json";
import { patchSchema } from "@/lib/settings/patch-schema";
import { readOrDefaults, type OnReadFailure, type Reading } from "@/lib/settings/reading";
import { resolve, type Layer } from "@/lib/settings/resolve";
import { session, type SessionState, type SessionStatePatch } from "@/lib/settings/session";
import { personClient, type PersonClient } from "@/lib/supabase/session";
import { readTimeoutMs } from "@/lib/supabase/time-limits";
import { readDeviceId } from "./device-cookie";
import { createSessionStore, type SessionStore } from "./store";

type SessionServiceDeps = {
  store: Pick<SessionStore, "readState" | "storePatch">;
  onReadFailure: OnReadFailure;
};

/** Where the person was, by the id in the cookie of a device. */
export function createSessionService({ store, onReadFailure }: SessionServiceDeps) {
  return {
    read: (sessionId: string): Promise<Reading<SessionState>> =>
      readOrDefaults(
        session,
        async () => ({ layers: [layerOf((await store.readState(sessionId)) ?? {})], version: 0 }),
        onReadFailure,
      ),
    /** Throws a ZodError for a patch that is not valid, and the refusals of the store. */
    async storePatch(patch: SessionStatePatch, sessionId: string): Promise<SessionState> {
      const stored = await store.storePatch(sessionId, parse(patchSchema(session), patch));
      return resolve(session, [layerOf(stored)]).value;
    },
  };
}

type SessionService = ReturnType<typeof createSessionService>;

const layerOf = (overrides: JsonObject): Layer => ({ name: "user", overrides, version: 0 });

/** The service of a verified person on the real store. */
const sessionService = (client: PersonClient): SessionService =>
  createSessionService({
    store: createSessionStore(client),
    onReadFailure: (thrown) => log.error("session state could not be read", describeError(thrown)),
  });

/** Merges a patch into the person's state on this device. A browser without the device cookie keeps nothing. */
export async function keepHere(client: PersonClient, patch: SessionStatePatch): Promise<void> {
  const device = await readDeviceId();
  if (device) await sessionService(client).storePatch(patch, device);
}

/**
 * Forgets where the person was on this device. Never fails: a person who leaves a shared device must be able to, and
 * state that could not be cleared expires after seven days.
 */
export async function forgetHere(): Promise<void> {
  const [identity, device] = await Promise.all([getIdentity(), readDeviceId()]);
  if (!identity || identity.expired || !device) return;
  const store = createSessionStore(personClient(identity.accessToken, readTimeoutMs));
  await store.clear(device).catch((thrown: unknown) => {
    log.error("session state could not be cleared", describeError(thrown));
  });
}
