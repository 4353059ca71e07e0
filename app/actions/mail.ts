"use server";

import { z } from "zod";
import { action, type Call } from "@/lib/action";
import { sendTestMail as sendTest } from "@/lib/correspondence/service";
import { connectByKey } from "@/lib/integrations/connecting/service";
import { mailCredentials } from "@/lib/integrations/email/credentials";
import { userSettingsService } from "@/lib/user-settings/service";
import { locales } from "@/lib/vocabulary/locales";

const login = z.strictObject({ userId: z.uuid(), credentials: mailCredentials });
const test = z.strictObject({ userId: z.uuid(), locale: z.enum(locales) });

/** What a mail server is asked takes longer than a save. */
const timeoutMs = 40_000;

/** Connects what sends the person's mails, once it was tried. `why`: what stopped it, a key of `settings.integrations.problems`. */
export async function connectMail(raw: unknown) {
  const connect = async ({ input: { credentials }, identity, client }: Call<z.infer<typeof login>>) => {
    const why = await connectByKey(identity.userId, "email", JSON.stringify(credentials));
    const chosen = { integration_settings: { email: { provider: credentials.via } } };
    if (why === null) await userSettingsService({ ...identity, client }).updateAppPreferences(chosen);
    return { why };
  };
  return action(login, connect, timeoutMs)(raw);
}

/** "Send a test to me now." */
export async function sendTestMail(raw: unknown) {
  const answer = await action(
    test,
    ({ input, identity }) => sendTest(identity, input.locale),
    timeoutMs,
  )(raw);
  return answer.ok ? answer.value : answer;
}
