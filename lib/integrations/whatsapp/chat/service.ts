import "server-only";
import { z } from "zod";
import { describeError, log } from "@/lib/log";
import { platform } from "@/lib/integrations/service";
import { chatStore, type Standing } from "@/lib/integrations/whatsapp/chat/store";
import type { LeadChat, ShownChat, ShownTemplate } from "@/lib/integrations/whatsapp/shown";
import { whatsappStore } from "@/lib/integrations/whatsapp/store";
import { windowOf } from "@/lib/integrations/whatsapp/window";

const isUsable = ({ connection }: Standing) =>
  connection !== null &&
  connection.credentials !== null &&
  connection.status !== "needs_reconnect" &&
  connection.settings?.enabled === true;

/** What may be written now. */
export const windowIn = (standing: Standing, now: number) =>
  windowOf(
    isUsable(standing),
    standing.contact && {
      lastInboundAt: standing.contact.last_inbound_at,
      optedInAt: standing.contact.opted_in_at,
      optedOutAt: standing.contact.opted_out_at,
    },
    now,
  );

export const isSendable = ({ status, missing, simple }: ShownTemplate) =>
  status === "APPROVED" && !missing && simple;

/** The templates of a connection, all of them. */
export const templatesOf = async (connection: Standing["connection"]) =>
  connection ? ((await whatsappStore()?.card(connection.user_id))?.templates ?? []) : [];

/** What a lead's page shows of WhatsApp; null where the person does not see the lead, or nothing can be connected here. */
export async function loadLeadChat(userId: string, leadId: string): Promise<LeadChat | null> {
  const [parts, store] = [platform(), chatStore()];
  const standing = parts && (await store?.standing(userId, leadId));
  if (!parts || !store || !standing) return null;
  const { connection, writes, messages } = standing;
  const templates = await templatesOf(connection);
  return {
    window: windowIn(standing, parts.now()),
    writes,
    messages,
    templates: templates.filter(isSendable),
    chosen: chosenIn(connection?.settings, messages.length === 0),
  };
}

const chosen = z.object({
  templates: z.object({ language: z.string(), firstContact: z.string(), followUp: z.string() }),
});

function chosenIn(settings: unknown, isFirst: boolean): LeadChat["chosen"] {
  const read = chosen.safeParse(settings);
  if (!read.success) return { name: "", language: "lead" };
  const { language, firstContact, followUp } = read.data.templates;
  return { name: isFirst ? firstContact : followUp, language };
}

/** The same for a page: null, too, where there is no connection, or it cannot be read. */
export async function loadShownChat(userId: string, leadId: string): Promise<ShownChat | null> {
  if (!/^[\da-f-]{36}$/.test(leadId)) return null;
  const chat = await loadLeadChat(userId, leadId).catch((thrown: unknown) => {
    log.warn("what was written by WhatsApp cannot be read", describeError(thrown));
    return null;
  });
  if (chat === null || chat.window.state === "notConnected") return null;
  const { messages: _, ...shown } = chat;
  return shown;
}
