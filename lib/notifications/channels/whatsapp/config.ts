import {
  optional,
  overwrite,
  pipe,
  refine,
  regex,
  strictObject,
  string,
  transform,
  type ValueOf,
  withDefault,
} from "@/lib/schema";
import { channelConfig, type Environment } from "../environment";

const names = {
  phoneNumberId: "WHATSAPP_PHONE_NUMBER_ID",
  token: "WHATSAPP_TOKEN",
  appSecret: "WHATSAPP_APP_SECRET",
  verifyToken: "WHATSAPP_VERIFY_TOKEN",
  apiUrl: "WHATSAPP_API_URL",
  version: "WHATSAPP_API_VERSION",
  en: "WHATSAPP_TEMPLATE_EN",
  he: "WHATSAPP_TEMPLATE_HE",
  ar: "WHATSAPP_TEMPLATE_AR",
};

const httpAddress = string(
  refine<string>((text) => URL.canParse(text) && /^https?:/.test(text), "must be an http(s) address"),
  overwrite((text: string) => text.replace(/\/+$/, "")),
);

export type Template = Readonly<{ name: string; language: string }>;

/** A template is known by its name and language together, such as `news_of_leads/en_US`. */
const template = optional(
  pipe(
    string(regex(/^[a-z0-9_]{1,512}\/[a-z]{2,3}(_[A-Z]{2})?$/)),
    transform<string, Template>((text) => {
      const [name = "", language = ""] = text.split("/");
      return { name, language };
    }),
  ),
);

const schema = strictObject({
  phoneNumberId: string(regex(/^\d+$/)),
  token: string(),
  /** Signs what Meta sends. */
  appSecret: string(),
  /** What Meta shows when it asks whether an address for webhooks is ours. */
  verifyToken: string(),
  apiUrl: withDefault(httpAddress, "https://graph.facebook.com"),
  version: withDefault(string(regex(/^v\d+\.\d+$/)), "v25.0"),
  en: template,
  he: template,
  ar: template,
});

export type WhatsappConfig = ValueOf<typeof schema>;

const hookNames = {
  phoneNumberId: names.phoneNumberId,
  appSecret: names.appSecret,
  verifyToken: names.verifyToken,
};
const hook = strictObject({
  phoneNumberId: optional(string(regex(/^\d+$/))),
  appSecret: string(),
  verifyToken: string(),
});

/** What taking Meta's news needs. The platform may have no number of its own, and take those of its people all the same. */
export type WhatsappHook = ValueOf<typeof hook>;

export const whatsappHook = (given: Environment): WhatsappHook | null =>
  channelConfig(given, hookNames, [names.appSecret, names.phoneNumberId], hook);

/** The configuration of WhatsApp; null where there is none, or one that is wrong, which the log then names. */
export const whatsappConfig = (given: Environment): WhatsappConfig | null =>
  channelConfig(given, names, [names.phoneNumberId], schema);
