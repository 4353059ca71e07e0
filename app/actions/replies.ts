"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { replyByMail as reply } from "@/lib/correspondence/service";
import { createLeadsStore } from "@/lib/leads/store";
import { isStorableText } from "@/lib/settings/storable-text";

const words = (most: number) => z.string().max(most).regex(/\S/).refine(isStorableText);
const mail = z.strictObject({
  userId: z.uuid(),
  mailId: z.uuid(),
  leadId: z.uuid(),
  subject: words(200),
  body: words(8_000),
});
const stop = z.strictObject({ leadId: z.uuid(), stopped: z.boolean() });

/** What a mail server is asked takes longer than a save. */
const timeoutMs = 40_000;

/** Writes to a lead by what the person has connected. The id is made in the page: what comes twice is sent once. */
export async function replyByMail(raw: unknown) {
  const answer = await action(
    mail,
    ({ input: { userId: _, ...written }, identity }) => reply(identity, written),
    timeoutMs,
  )(raw);
  return answer.ok ? answer.value : answer;
}

/** Notes that a lead wants no mails, or wants them again. */
export async function stopMailsToLead(raw: unknown) {
  return action(stop, ({ input, client }) => createLeadsStore(client).stopMails(input))(raw);
}
