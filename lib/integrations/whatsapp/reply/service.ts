import "server-only";
import { log } from "@/lib/log";
import { whatsAppAddress } from "@/lib/leads/whatsapp-address";
import { outcomeOfError } from "@/lib/notifications/channels/whatsapp/errors";
import { asking } from "@/lib/provider-request";
import { fail, ok, type Result } from "@/lib/result";
import { platform, type Platform } from "@/lib/integrations/service";
import { opened } from "@/lib/integrations/worker";
import { isSendable, templatesOf, windowIn } from "@/lib/integrations/whatsapp/chat/service";
import { chatStore, type ChatStore, type Standing } from "@/lib/integrations/whatsapp/chat/store";
import { whatsappApp } from "@/lib/integrations/whatsapp/config";
import { sendMessage, type Content, type Recipient, type Sending } from "@/lib/integrations/whatsapp/send";
import type { ShownTemplate } from "@/lib/integrations/whatsapp/shown";
import { filledIn } from "@/lib/integrations/whatsapp/template-choice";

/** `values`: what stands in the template, by name or position. `agreed`: the lead said that they want to be written to. */
export type Reply = Readonly<{ leadId: string; agreed?: boolean | undefined }> &
  Readonly<
    | { text: string }
    | { template: { name: string; language: string; values: Readonly<Record<string, string>> } }
  >;

/**
 * Writes to a lead from the person's own number, or from that of the lead's project. What is not allowed now fails as
 * `conflict`; `path` says why: notConnected, windowClosed, optedOut, notAgreed, noNumber, template, values, or how Meta
 * refused it (lib/notifications/channels/whatsapp/errors.ts). `unavailable`, with the path `unknown`: nobody knows whether
 * it went. Throws refusals.
 */
export async function replyByWhatsApp(userId: string, reply: Reply): Promise<Result<{ messageId: string }>> {
  const [parts, store] = [platform(), chatStore()];
  const standing = await store?.standing(userId, reply.leadId);
  if (!parts || !store || !standing) return fail("not_found", { path: "leadId" });
  if (!standing.writes) return fail("forbidden");
  const window = windowIn(standing, parts.now());
  if (window.state === "notConnected" || window.state === "optedOut") return not(window.state);
  const content = await contentOf(standing, reply);
  if (!content.ok) return content;
  if (content.value.kind === "text" && window.state !== "open") return not("windowClosed");
  if (window.state === "closed" && !window.agreed && reply.agreed !== true) return not("notAgreed");
  const to = recipientOf(standing);
  return to === null ? not("noNumber") : deliver({ parts, store, standing }, reply, content.value, to);
}

const not = (path: string) => fail("conflict", { path });

type Using = Readonly<{ parts: Platform; store: ChatStore; standing: Standing }>;

async function contentOf({ connection }: Standing, reply: Reply): Promise<Result<Content>> {
  if ("text" in reply) return ok({ kind: "text", text: reply.text });
  const { name, language, values } = reply.template;
  const all = await templatesOf(connection);
  const template = all.find((each) => each.name === name && each.language === language && isSendable(each));
  if (!template) return not("template");
  const { named, parameters } = template;
  const isWhole =
    parameters.length === Object.keys(values).length && parameters.every((key) => (values[key] ?? "").trim());
  return isWhole ? ok({ kind: "template", name, language, named, parameters, values }) : not("values");
}

function recipientOf({ contact, phone }: Standing): Recipient | null {
  if (contact?.wa_id) return { wa: contact.wa_id };
  if (contact?.bsuid) return { bsuid: contact.bsuid };
  const wa = phone === null ? undefined : whatsAppAddress(phone)?.split("/").at(-1);
  return wa === undefined ? null : { wa };
}

async function deliver(
  { parts, store, standing }: Using,
  reply: Reply,
  content: Content,
  to: Recipient,
): Promise<Result<{ messageId: string }>> {
  const { connection, number } = standing;
  const [app, using] = [whatsappApp(process.env), connection && opened(parts, connection, false)];
  if (!app || !connection || !using || number === null) return not("notConnected");
  const token = await using.session.access.token();
  if (!token.ok) return not("credentials");
  const all = content.kind === "template" ? await templatesOf(connection) : [];
  const body = textIn(content, all);
  const messageId = await store.begin({
    connection: connection.id,
    number,
    lead: standing.lead,
    wa: "wa" in to ? to.wa : "",
    kind: content.kind,
    body,
    agreed: reply.agreed === true,
  });
  const sending = await sendMessage(
    { app, ask: asking(), token: token.value, number },
    messageId,
    to,
    content,
  );
  return settle({ parts, store, standing }, messageId, sending);
}

/** What the lead reads. */
const textIn = (content: Content, templates: readonly ShownTemplate[]): string => {
  if (content.kind === "text") return content.text;
  const { name, language, values } = content;
  const body = templates.find((each) => each.name === name && each.language === language)?.body ?? name;
  return filledIn(body, values).slice(0, 4_096);
};

/** Of what was certainly not taken by anybody. */
const nobody = -1;

async function settle(
  { parts, store, standing }: Using,
  messageId: string,
  sending: Sending,
): Promise<Result<{ messageId: string }>> {
  if (sending.end === "unknown") return fail("unavailable", { path: "unknown" });
  if (sending.end === "taken") {
    await store.settle(messageId, { wamid: sending.wamid });
    return ok({ messageId });
  }
  if (sending.end === "lost") {
    await store.settle(messageId, { code: nobody });
    return fail("unavailable", { path: "network" });
  }
  const { code, subcode, status } = sending;
  await store.settle(messageId, { code: code ?? nobody });
  const outcome = outcomeOfError(status, { code, subcode }, null);
  log.warn("whatsapp reply refused", { message: messageId, status, code, subcode });
  const reason = outcome.outcome === "sent" ? "refused" : outcome.reason;
  const { connection } = standing;
  if (connection && reason === "credentials") await noteBroken(parts, connection);
  if (connection && reason.startsWith("template")) await parts.store.hasten(connection.id);
  return not(reason);
}

/** Its owner is told, and nothing more is sent until it is connected again. */
async function noteBroken({ store }: Platform, { id, credentials }: NonNullable<Standing["connection"]>) {
  const version = credentials?.version;
  if (version === undefined) return;
  const problem = "credentials";
  await store.note(id, { ok: false, version, reconnect: true, problem, wait_seconds: 0 });
}
