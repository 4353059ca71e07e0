"use server";

import { z } from "zod";
import { action, type Call } from "@/lib/action";
import { keepAttempt } from "@/lib/session/attempt-cookie";
import { beginConnecting, connectByKey } from "@/lib/integrations/connecting/service";
import { providers } from "@/lib/integrations/registry";
import { changeSecret } from "@/lib/integrations/secrets/service";
import { disconnect, retryEvents, syncNow } from "@/lib/integrations/service";
import { deliverAfterwards } from "@/lib/notifications/delivery/service";
import { preferences } from "@/lib/settings/preferences";
import { ok, type Result } from "@/lib/result";
import { userSettingsService } from "@/lib/user-settings/service";

const one = z.strictObject({ userId: z.uuid(), provider: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) });
/** By a form of its own others are connected, which has an action of its own. */
const byKeyOnly = providers.flatMap(({ name, connect }) =>
  connect?.by === "account" || connect?.by === "address" ? [name] : [],
);
const byKey = one.extend({
  provider: z.enum(byKeyOnly),
  key: z.string().min(1).max(4_096),
  filled: z.record(z.string().max(40), z.string().max(200)).optional(),
});

/** What a provider is asked takes longer than a save. */
const timeoutMs = 30_000;

/** Where the person goes to connect their account. What proves that they are back is kept in this browser. */
export async function beginConnection(raw: unknown) {
  const answer = await action(one, async ({ input: { provider }, identity }) => {
    const begun = await beginConnecting(identity.userId, provider);
    if (begun.ok) await keepAttempt(begun.value.kept);
    return begun.ok ? ok({ url: begun.value.url }) : begun;
  })(raw);
  return answer.ok ? answer.value : answer;
}

/** Connects an account by a key that the person made there. `why`: a key of `settings.integrations.failed`. */
export async function connectAccountByKey(raw: unknown) {
  return action(byKey, keepByKey, timeoutMs)(raw);
}

async function keepByKey({ input, identity, client }: Call<z.infer<typeof byKey>>) {
  const { provider, key, filled } = input;
  const why = await connectByKey(identity.userId, provider, key, filled);
  if (why === null) await switchOn({ userId: identity.userId, client }, provider);
  return { why };
}

/** Fetches everything of the provider now. */
export async function syncConnection(raw: unknown) {
  return flat(
    await action(one, ({ input, identity }) => syncNow(identity.userId, input.provider), timeoutMs)(raw),
  );
}

/** What the provider told and nobody could work in is tried anew, in a moment. */
export async function retryConnectionEvents(raw: unknown) {
  return flat(
    await action(one, async ({ input, identity }) => {
      const again = await retryEvents(identity.userId, input.provider);
      deliverAfterwards();
      return again;
    })(raw),
  );
}

/** Makes a secret by which the provider knows our messages, and shows it this once. */
export async function changeSigningSecret(raw: unknown) {
  return flat(await action(one, ({ input, identity }) => changeSecret(identity.userId, input.provider))(raw));
}

/** Ends a connection. */
export async function disconnectAccount(raw: unknown) {
  return flat(
    await action(one, ({ input, identity }) => disconnect(identity.userId, input.provider), timeoutMs)(raw),
  );
}

const flat = <T>(answer: Result<Result<T>>): Result<T> => (answer.ok ? answer.value : answer);

/** Whoever connects an account wants it used, where that is a setting. */
async function switchOn(person: Pick<Call<unknown>, "client"> & { userId: string }, provider: string) {
  if (!Object.hasOwn(preferences.columns.integration_settings, provider)) return;
  await userSettingsService(person).updateAppPreferences({
    integration_settings: { [provider]: { enabled: true } },
  });
}
