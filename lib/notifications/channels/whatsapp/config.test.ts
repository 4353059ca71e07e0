import { expect, it } from "vitest";
import { whatsappConfig } from "./config";

it("names templates by name and language, and asks the real API unless told otherwise", () => {
  expect(whatsappConfig({})).toBeNull();
  const given = {
    WHATSAPP_PHONE_NUMBER_ID: "1",
    WHATSAPP_TOKEN: "t",
    WHATSAPP_APP_SECRET: "s",
    WHATSAPP_VERIFY_TOKEN: "v",
    WHATSAPP_TEMPLATE_EN: "ovenai_news/en_US",
  };
  expect(whatsappConfig(given)).toMatchObject({
    apiUrl: "https://graph.facebook.com",
    version: "v25.0",
    en: { name: "ovenai_news", language: "en_US" },
    he: undefined,
  });
  expect(whatsappConfig({ ...given, WHATSAPP_TEMPLATE_EN: "ovenai_news" })).toBeNull();
  expect(whatsappConfig({ ...given, WHATSAPP_API_VERSION: "25" })).toBeNull();
});
