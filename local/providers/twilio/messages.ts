import { twilioAccount } from "./account";

export type TwilioMessage = Readonly<{
  sid: string;
  to: string;
  from: string;
  body: string;
  /** Milliseconds. */
  at: number;
  segments: number;
  callback: string | null;
  status: string;
}>;

const stopWords = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]);
const startWords = new Set(["START", "YES", "UNSTOP"]);

/** What a phone asks for by one of the words that Twilio obeys itself. */
export function optOutTypeOf(body: string): "STOP" | "START" | null {
  const word = body.trim().toUpperCase();
  return stopWords.has(word) ? "STOP" : startWords.has(word) ? "START" : null;
}

/** Figures are texts, and dates those of mails, as in the API. */
export const shownOf = ({ sid, to, from, body, at, segments, status }: TwilioMessage) => ({
  sid,
  account_sid: twilioAccount.accountSid,
  to,
  from,
  messaging_service_sid: null,
  body,
  status,
  num_segments: String(segments),
  num_media: "0",
  direction: "outbound-api",
  price: null,
  price_unit: "USD",
  error_code: null,
  error_message: null,
  api_version: "2010-04-01",
  date_created: new Date(at).toUTCString().replace("GMT", "+0000"),
  uri: `/2010-04-01/Accounts/${twilioAccount.accountSid}/Messages/${sid}.json`,
});

const common = { AccountSid: twilioAccount.accountSid, ApiVersion: "2010-04-01" };

/** A report of what became of a message. */
export const callbackOf = ({ sid, to, from }: TwilioMessage, status: string, error: number | undefined) => ({
  ...common,
  MessageSid: sid,
  SmsSid: sid,
  MessageStatus: status,
  SmsStatus: status,
  To: to,
  From: from,
  ...(error !== undefined && { ErrorCode: String(error) }),
});

/** A message from a phone. */
export const inboundOf = (sid: string, from: string, body: string) => {
  const type = optOutTypeOf(body);
  return {
    ...common,
    MessageSid: sid,
    SmsSid: sid,
    SmsStatus: "received",
    From: from,
    To: twilioAccount.from,
    Body: body,
    NumMedia: "0",
    NumSegments: "1",
    ...(type && { OptOutType: type }),
  };
};
