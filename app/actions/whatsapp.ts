"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/action";
import { registerNumber } from "@/lib/integrations/whatsapp/register/service";
import { replyByWhatsApp } from "@/lib/integrations/whatsapp/reply/service";
import { shareNumber } from "@/lib/integrations/whatsapp/service";
import { isStorableText } from "@/lib/settings/storable-text";

const text = (most: number) => z.string().max(most).regex(/\S/).refine(isStorableText);
const to = { leadId: z.uuid(), agreed: z.boolean().optional() };
const template = z.strictObject({
  name: text(512),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  values: z.record(z.string().regex(/^\w{1,60}$/), text(1_000)),
});
const reply = z.union([z.strictObject({ ...to, text: text(4_096) }), z.strictObject({ ...to, template })]);
const register = z.strictObject({ userId: z.uuid(), pin: z.string().regex(/^\d{6}$/) });
const share = z.strictObject({ userId: z.uuid(), projectId: z.uuid().nullable() });

/** What a provider is asked takes longer than a save. */
const timeoutMs = 30_000;

/**
 * Writes to a lead by WhatsApp, a text or an approved template. What is not allowed now fails as `conflict`, and `path`
 * says why (lib/integrations/whatsapp/reply/service.ts).
 */
export async function replyToLead(raw: unknown) {
  const answer = await action(
    reply,
    ({ input, identity }) => replyByWhatsApp(identity.userId, input),
    timeoutMs,
  )(raw);
  refresh();
  return answer.ok ? answer.value : answer;
}

/** Lets the people of a project write from the person's number; null: nobody else. */
export async function shareWhatsappNumber(raw: unknown) {
  return action(share, ({ input, identity }) => shareNumber(identity.userId, input.projectId))(raw);
}

/** Registers the person's number at Meta by its PIN. `why`: a key of `settings.integrations.whatsapp.register.problems`. */
export async function registerWhatsappNumber(raw: unknown) {
  const registering = action(
    register,
    ({ input, identity }) => registerNumber(identity.userId, input.pin),
    timeoutMs,
  );
  const answer = await registering(raw);
  return answer.ok ? answer.value : answer;
}
