import { object, optional, regex, safeParse, type Schema, string, type ValueOf } from "@/lib/schema";
import { wishOf } from "@/lib/vocabulary/opt-out";
import { rawBody } from "@/lib/raw-body";
import type { ChannelStore } from "../store";
import { obey, refusals, telling } from "../webhook";
import type { SmsConfig } from "./config";
import { isSignedByTwilio } from "./signature";

const mostBytes = 64 * 1_024;

export type TwilioParts = Readonly<{ config: () => SmsConfig | null; store: () => ChannelStore | null }>;

const sid = string(regex(/^[A-Z]{2}[0-9a-f]{32}$/));
const number = string(regex(/^\+[1-9]\d{6,14}$/));

const statusReport = object({
  MessageSid: sid,
  MessageStatus: string(regex(/^[a-z_]{1,32}$/)),
  To: optional(string()),
  ErrorCode: optional(string(regex(/^\d{1,6}$/))),
});

const inbound = object({ MessageSid: sid, From: number, Body: string(), OptOutType: optional(string()) });

/** Reports that end a number: nobody has it, or it is a landline, or its owner said STOP. */
const ends: Readonly<Record<string, string>> = {
  "30005": "invalidAddress",
  "30006": "invalidAddress",
  "21610": "optedOut",
};

/** What became of a message. Reports come out of order and twice: the database keeps the later step. */
export const twilioStatus = (parts: TwilioParts) =>
  webhook(parts, statusReport, async (report, store) => {
    const { MessageSid: providerId, MessageStatus: status, To = "", ErrorCode: code = null } = report;
    await store.note("sms", { reports: [{ providerId, status, code }] });
    const reason = code === null ? undefined : ends[code];
    const failed = status === "undelivered" || status === "failed";
    if (failed && reason !== undefined && safeParse(number, To).success) await store.stop("sms", To, reason);
  });

/** A message from a phone. Twilio answers STOP and START itself; we remember what they say. */
export const twilioInbound = (parts: TwilioParts) =>
  webhook(parts, inbound, async ({ MessageSid, From, Body, OptOutType }, store) => {
    const byTwilio = OptOutType === "STOP" ? "stop" : OptOutType === "START" ? "start" : null;
    const from = { channel: "sms", number: From, provider: "twilio", eventId: MessageSid } as const;
    await obey(store, byTwilio ?? wishOf(Body), from);
  });

/** The route of a webhook of Twilio: signed, in the shape of `schema`, and answered without a word to the phone. */
const webhook =
  <S extends Schema>(
    { config, store }: TwilioParts,
    schema: S,
    handle: (form: ValueOf<S>, store: ChannelStore) => Promise<void>,
  ) =>
  async (request: Request): Promise<Response> => {
    const keys = config();
    if (!keys?.siteUrl) return refusals.notConfigured();
    const bytes = await rawBody(request, mostBytes);
    if (!bytes) return refusals.tooBig();
    const body = Buffer.from(bytes).toString();
    // Never the host of the request: behind a proxy it is another than the one that Twilio was given.
    const url = `${keys.siteUrl}${request.url.replace(/^[a-z]+:\/\/[^/?#]+/i, "")}`;
    if (!isSignedByTwilio({ url, body, headers: request.headers }, keys)) return refusals.unsigned("twilio");
    const form = safeParse(schema, Object.fromEntries(new URLSearchParams(body)));
    // Signed, but nothing that we read: new fields and kinds come without notice, and sending it again helps nobody.
    if (!form.success) return silence();
    return telling("twilio", store(), (open) => handle(form.data, open), silence);
  };

/** TwiML that says nothing. */
const silence = () =>
  new Response('<?xml version="1.0" encoding="UTF-8"?><Response></Response>', {
    headers: { "content-type": "text/xml; charset=utf-8" },
  });
