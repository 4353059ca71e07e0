import {
  optional,
  overwrite,
  refine,
  regex,
  strictObject,
  string,
  type ValueOf,
  withDefault,
} from "@/lib/schema";
import { channelConfig, type Environment } from "../environment";

const names = {
  accountSid: "TWILIO_ACCOUNT_SID",
  authToken: "TWILIO_AUTH_TOKEN",
  sharedKey: "TWILIO_SHARED_KEY",
  apiKeySid: "TWILIO_API_KEY_SID",
  apiKeySecret: "TWILIO_API_KEY_SECRET",
  from: "TWILIO_FROM",
  messagingServiceSid: "TWILIO_MESSAGING_SERVICE_SID",
  apiUrl: "TWILIO_API_URL",
  siteUrl: "SITE_URL",
};

const httpAddress = string(
  refine<string>((text) => URL.canParse(text) && /^https?:/.test(text), "must be an http(s) address"),
  overwrite((text: string) => text.replace(/\/+$/, "")),
);

const schema = strictObject(
  {
    accountSid: string(regex(/^AC[0-9a-f]{32}$/)),
    /** Signs what Twilio sends, and opens its API where there is no API key. */
    authToken: string(),
    /** Signs what Twilio sends by a webhook rule, instead of the token. */
    sharedKey: optional(string()),
    apiKeySid: optional(string(regex(/^SK[0-9a-f]{32}$/))),
    apiKeySecret: optional(string()),
    /** A number in E.164, or letters where a country allows them. */
    from: optional(string()),
    messagingServiceSid: optional(string(regex(/^MG[0-9a-f]{32}$/))),
    apiUrl: withDefault(httpAddress, "https://api.twilio.com"),
    /** Where people reach the app, and Twilio too: every webhook's address starts with it. */
    siteUrl: optional(httpAddress),
  },
  refine(({ from, messagingServiceSid }) => from ?? messagingServiceSid, {
    path: ["from"],
    message: "or TWILIO_MESSAGING_SERVICE_SID must be set",
  }),
  refine(({ apiKeySid, apiKeySecret }) => !apiKeySid === !apiKeySecret, {
    path: ["apiKeySid"],
    message: "and TWILIO_API_KEY_SECRET belong together",
  }),
);

export type SmsConfig = ValueOf<typeof schema>;

/**
 * The configuration of SMS; null where there is none, or one that is wrong, which the log then names. The app's address
 * is accepted under both of its names, as in lib/env.ts.
 */
export const smsConfig = (given: Environment): SmsConfig | null =>
  channelConfig(
    { ...given, SITE_URL: given.SITE_URL || given.NEXT_PUBLIC_SITE_URL },
    names,
    [names.accountSid],
    schema,
  );
