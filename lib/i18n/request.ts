import { getRequestConfig } from "next-intl/server";
import { readAppearance } from "@/lib/appearance/cookies";
import { formats } from "./formats";

/** next-intl calls this once per request. Language and zone come from the cookie, never from the address. */
export default getRequestConfig(async () => {
  const { interface_settings, data_preferences } = (await readAppearance()).appearance;
  const locale = interface_settings.language;
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, formats, timeZone: data_preferences.timezone, now: new Date() };
});
