import "server-only";
import { z } from "zod";
import { platform } from "@/lib/integrations/service";
import { whatsappApp } from "@/lib/integrations/whatsapp/config";
import { graphApi } from "@/lib/integrations/whatsapp/graph";
import { lookAfter, opened } from "@/lib/integrations/worker";
import { asking } from "@/lib/provider-request";
import { fail, ok, type Result } from "@/lib/result";

const known = z.object({ number: z.object({ id: z.string() }) });

/**
 * Registers the person's number at Meta, which a number that was never in use there needs before it can send. `pin`: six
 * figures, those that protect the number already, or new ones that will; they go to Meta and are kept nowhere. `why` is
 * null once it is done, else a key of `settings.integrations.whatsapp.register.problems`. Throws refusals.
 */
export async function registerNumber(userId: string, pin: string): Promise<Result<{ why: string | null }>> {
  const [parts, app] = [platform(), whatsappApp(process.env)];
  const kept = await parts?.store.ofPerson(userId, "whatsapp");
  const using = parts && kept && opened(parts, kept, false);
  const number = known.safeParse(kept?.details).data?.number.id;
  if (!parts || !app || !kept || !using || number === undefined)
    return fail("not_found", { path: "provider" });
  await parts.store.takePress(userId);
  const api = graphApi({ app, ask: asking(), now: parts.now }, using.session.access);
  const given = { messaging_product: "whatsapp", pin };
  const made = await api.call("POST", `/${number}/register`, {}, given);
  if (!made.ok) return ok({ why: made.problem ?? (made.fault === "unreachable" ? "unreachable" : "other") });
  // So that the card says at once how the number stands.
  await lookAfter(parts, kept, false);
  return ok({ why: null });
}
