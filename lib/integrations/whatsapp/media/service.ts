import "server-only";
import { platform } from "@/lib/integrations/service";
import { mediaAnswer } from "@/lib/integrations/whatsapp/answers";
import { chatStore } from "@/lib/integrations/whatsapp/chat/store";
import { whatsappApp } from "@/lib/integrations/whatsapp/config";
import { graphApi } from "@/lib/integrations/whatsapp/graph";
import { opened } from "@/lib/integrations/worker";
import { log } from "@/lib/log";
import { asking } from "@/lib/provider-request";
import { fail, ok, type Failure, type Result } from "@/lib/result";
import { download, mostBytes, type Downloaded } from "./download";
import type { SentFile } from "./file-answer";

/**
 * What a lead sent beside words, from Meta, which keeps it for a while; here it is kept nowhere. Fails as `not_found`, of
 * the path `media` where Meta has it no longer; as `conflict` of the path `credentials` or `tooLarge`. Throws refusals.
 */
export async function sentFile(userId: string, messageId: string): Promise<Result<SentFile>> {
  const [parts, app, store] = [platform(), whatsappApp(process.env), chatStore()];
  const sent = await store?.media(userId, messageId);
  if (!parts || !app || !sent) return fail("not_found", { path: "message" });
  const using = opened(parts, sent.connection, false);
  const token = await using?.session.access.token();
  if (!using || !token?.ok) return fail("conflict", { path: "credentials" });
  const api = graphApi({ app, ask: asking(), now: parts.now }, using.session.access);
  const found = await api.one(mediaAnswer, `/${sent.media}`, { phone_number_id: sent.number });
  if (!found.ok) return { ok: false, error: failures[found.fault] ?? { code: "unavailable" } };
  if (found.value.file_size > mostBytes) return fail("conflict", { path: "tooLarge" });
  const got = await download(app, token.value, found.value.url);
  if ("fault" in got) return refused(got.fault);
  return ok({ ...got, type: found.value.mime_type || got.type, name: sent.name });
}

const failures: Readonly<Record<string, Failure>> = {
  credentials: { code: "conflict", path: "credentials" },
  scope: { code: "conflict", path: "credentials" },
  gone: { code: "not_found", path: "media" },
  limit: { code: "rate_limited" },
};

function refused(fault: Extract<Downloaded, { fault: unknown }>["fault"]): Result<never> {
  if (fault === "gone") return fail("not_found", { path: "media" });
  if (fault === "tooLarge") return fail("conflict", { path: "tooLarge" });
  if (fault === "elsewhere") log.warn("a file lies at no address of Meta's", { provider: "whatsapp" });
  return fail("unavailable");
}
