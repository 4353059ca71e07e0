import { z } from "zod";
import { fileAnswer } from "@/lib/integrations/whatsapp/media/file-answer";
import { sentFile } from "@/lib/integrations/whatsapp/media/service";
import { readFileRoute } from "@/lib/read-route";
import { ok } from "@/lib/result";

const query = z.strictObject({ message: z.uuid() });

/** What a lead sent by WhatsApp beside words, for who sees their conversation. */
export const GET = readFileRoute(query, async ({ input, identity }) => {
  const file = await sentFile(identity.userId, input.message);
  return file.ok ? ok(fileAnswer(file.value)) : file;
});
