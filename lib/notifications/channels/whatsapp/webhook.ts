import { log } from "@/lib/log";
import { jsonOf } from "@/lib/provider-request";
import { array, literal, object, optional, regex, safeParse, string, unknown } from "@/lib/schema";
import { wishOf } from "@/lib/vocabulary/opt-out";
import { rawBody } from "@/lib/raw-body";
import type { ChannelStore } from "../store";
import { obey, refusals, telling } from "../webhook";
import type { WhatsappHook } from "./config";
import { inboundOf, type Inbound, reportsOf, type Report } from "./events";
import { isSameSecret, isSignedByMeta } from "./signature";

/** Meta sends up to 3 MB. */
const mostBytes = 3 * 1_024 * 1_024;

/** `others` keeps what is told of other numbers than the platform's own: those that people have connected. */
export type WhatsappParts = Readonly<{
  config: () => WhatsappHook | null;
  store: () => ChannelStore | null;
  others?: (delivery: unknown) => Promise<void>;
}>;

const envelope = object({
  object: literal(["whatsapp_business_account"]),
  entry: array(object({ changes: array(object({ field: string(), value: unknown() })) })),
});

const ofNumber = object({
  metadata: object({ phone_number_id: string(regex(/^\d+$/)) }),
  messages: optional(array(unknown())),
  statuses: optional(array(unknown())),
});

/** Meta asks whether the address is ours. The question is not signed. */
export const verifyWhatsapp =
  ({ config }: Pick<WhatsappParts, "config">) =>
  (request: Request): Response => {
    const keys = config();
    if (!keys) return refusals.notConfigured();
    const query = new URL(request.url).searchParams;
    const [mode, token, challenge] = ["mode", "verify_token", "challenge"].map(
      (name) => query.get(`hub.${name}`) ?? "",
    );
    const isOurs = mode === "subscribe" && isSameSecret(token ?? "", keys.verifyToken);
    if (!isOurs || !/^[\w-]{1,200}$/.test(challenge ?? "")) return refusals.unsigned("whatsapp");
    return new Response(challenge, { headers: { "content-type": "text/plain; charset=utf-8" } });
  };

/**
 * Messages to our number and reports of what we sent. One delivery holds several of several numbers, in any order, and
 * comes again for days until it is answered with 200: what we do not read is passed over, and all we tell may be told
 * twice.
 */
export const receiveWhatsapp =
  ({ config, store, others }: WhatsappParts) =>
  async (request: Request): Promise<Response> => {
    const keys = config();
    if (!keys) return refusals.notConfigured();
    const bytes = await rawBody(request, mostBytes);
    if (!bytes) return refusals.tooBig();
    const signature = request.headers.get("x-hub-signature-256");
    if (!isSignedByMeta(bytes, signature, keys.appSecret)) return refusals.unsigned("whatsapp");
    const delivery = jsonOf(Buffer.from(bytes).toString());
    const events = eventsOf(delivery, keys.phoneNumberId);
    return telling(
      "whatsapp",
      store(),
      async (open) => {
        await others?.(delivery);
        await tell(events, open);
      },
      () => new Response(null, { status: 200 }),
    );
  };

type Events = Readonly<{ inbound: readonly Inbound[]; reports: readonly Report[] }>;

function eventsOf(delivery: unknown, phoneNumberId: string | undefined): Events {
  const read = safeParse(envelope, delivery);
  if (!read.success) {
    log.warn("webhook not understood", { provider: "whatsapp" });
    return { inbound: [], reports: [] };
  }
  const values = read.data.entry
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === "messages")
    .flatMap(({ value }) => {
      const known = safeParse(ofNumber, value);
      return known.success ? [known.data] : [];
    });
  const ours = values.filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  return {
    inbound: inboundOf(ours.flatMap(({ messages = [] }) => messages)),
    reports: reportsOf(ours.flatMap(({ statuses = [] }) => statuses)),
  };
}

async function tell({ inbound, reports }: Events, store: ChannelStore): Promise<void> {
  if (inbound.length + reports.length > 0) await store.note("whatsapp", { inbound, reports });
  for (const { id, number, text } of inbound)
    await obey(store, wishOf(text), { channel: "whatsapp", number, provider: "whatsapp", eventId: id });
  for (const { code, number } of reports)
    if (code === "131050" && number !== null) await store.stop("whatsapp", number, "optedOut");
}
