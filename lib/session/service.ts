import "server-only";
import { getIdentity } from "@/lib/auth";
import { describeError, log } from "@/lib/log";
import type { SessionStatePatch } from "@/lib/settings/session";
import { userSettingsService } from "@/lib/settings/service";
import { createSettingsStore } from "@/lib/settings/store";
import { readTimeoutMs, sessionClient, type SessionClient } from "@/lib/supabase/session";
import { readDeviceId } from "./device-cookie";

/** Merges into what this device keeps for the person. A browser without its cookie keeps nothing. */
export async function keepHere(
  client: SessionClient,
  { userId, patch }: { userId: string; patch: SessionStatePatch },
): Promise<void> {
  const device = await readDeviceId();
  if (device) await userSettingsService({ userId, client }).updateSessionState(patch, device);
}

/**
 * Forgets where the person was on this device. Never fails: a person who leaves a shared device must be able to, and
 * what could not be forgotten ends by itself after seven days.
 */
export async function forgetHere(): Promise<void> {
  const [identity, device] = await Promise.all([getIdentity(), readDeviceId()]);
  if (!identity || identity.expired || !device) return;
  const store = createSettingsStore(sessionClient(identity.accessToken, readTimeoutMs));
  await store.clearSession(device).catch((thrown: unknown) => {
    log.error("session state could not be cleared", describeError(thrown));
  });
}
