/** The account that the stand-in knows: its names and words are public, as all of this machine's are. */
export const twilioAccount = {
  accountSid: "AC00000000000000000000000000000001",
  authToken: "token-of-the-stand-in-on-this-machine",
  apiKeySid: "SK00000000000000000000000000000001",
  apiKeySecret: "secret-of-the-stand-in-on-this-machine",
  sharedKey: "shared-key-of-the-stand-in-on-this-machine",
  from: "+15005550006",
} as const;

/** An error in Twilio's words. */
export type TwilioError = Readonly<{ status: number; code: number; message: string }>;

/** What Twilio's test credentials answer for some numbers (twilio.com/docs/iam/test-credentials). */
export const magicNumbers: Readonly<Record<string, TwilioError>> = {
  "+15005550001": { status: 400, code: 21211, message: "Invalid 'To' Phone Number" },
  "+15005550002": {
    status: 400,
    code: 21612,
    message: "Message cannot be sent with this combination of numbers",
  },
  "+15005550003": { status: 400, code: 21408, message: "Permission to send an SMS has not been enabled" },
  "+15005550004": { status: 400, code: 21610, message: "Attempt to send to unsubscribed recipient" },
  "+15005550009": { status: 400, code: 21614, message: "'To' number is not a valid mobile number" },
};

export const unauthorized: TwilioError = { status: 401, code: 20003, message: "Authenticate" };
export const notFound: TwilioError = {
  status: 404,
  code: 20404,
  message: "The requested resource was not found",
};

/** Whether `header` opens the account: by its token or by an API key. */
export function opensAccount(header: string | undefined): boolean {
  const { accountSid, authToken, apiKeySid, apiKeySecret } = twilioAccount;
  const known = [`${accountSid}:${authToken}`, `${apiKeySid}:${apiKeySecret}`];
  return known.some((pair) => header === `Basic ${Buffer.from(pair).toString("base64")}`);
}

const fields = new Set([
  "To",
  "From",
  "MessagingServiceSid",
  "Body",
  "StatusCallback",
  "ValidityPeriod",
  "ScheduleType",
  "SendAt",
]);

/** What is wrong with a form that asks for a message; null where it may be sent. */
export function judgeForm(form: URLSearchParams, optedOut: ReadonlySet<string>): TwilioError | null {
  const bad = (code: number, message: string): TwilioError => ({ status: 400, code, message });
  const [to, body] = [form.get("To") ?? "", form.get("Body") ?? ""];
  const odd = [...form.keys()].filter((name) => !fields.has(name));
  if (odd.length > 0) return bad(20001, `Unknown parameters: ${odd.join(", ")}`);
  if (to === "") return bad(21604, "A 'To' phone number is required.");
  if (!form.get("From") && !form.get("MessagingServiceSid"))
    return bad(21603, "A 'From' phone number is required.");
  const from = form.get("From") ?? twilioAccount.from;
  if (from !== twilioAccount.from)
    return bad(21606, `The 'From' number ${from} is not a valid, SMS-capable number`);
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return bad(21211, `Invalid 'To' Phone Number: ${to}`);
  if (body === "") return bad(21602, "Message body is required.");
  if (body.length > 1_600)
    return bad(21617, "The concatenated message body exceeds the 1600 character limit");
  const period = form.get("ValidityPeriod") ?? "36000";
  if (!/^\d+$/.test(period) || Number(period) < 1 || Number(period) > 36_000)
    return bad(21624, "The ValidityPeriod is invalid");
  const callback = form.get("StatusCallback");
  if (callback !== null && !/^https?:\/\/\S+$/.test(callback))
    return bad(21609, "Invalid 'StatusCallback' URL");
  if (optedOut.has(to)) return bad(21610, "Attempt to send to unsubscribed recipient");
  return magicNumbers[to] ?? null;
}
