import { expect, it } from "vitest";
import { whatsappApp } from "./config";

const app = { WHATSAPP_APP_ID: "67084", WHATSAPP_APP_SECRET: "secret" };

it("is no app without both its id and its secret: nobody can connect a number then", () => {
  expect(whatsappApp({})).toBeNull();
  expect(whatsappApp({ WHATSAPP_APP_ID: "67084", WHATSAPP_APP_SECRET: "" })).toBeNull();
});

it("asks Meta's own addresses, and has people sign up there only where a configuration is named", () => {
  expect(whatsappApp(app)).toEqual({
    appId: "67084",
    appSecret: "secret",
    apiUrl: "https://graph.facebook.com",
    dialogUrl: "https://www.facebook.com",
    version: "v25.0",
    signupId: null,
    ownNumberId: null,
  });
  expect(whatsappApp({ ...app, WHATSAPP_SIGNUP_ID: "1025" })?.signupId).toBe("1025");
});

it("names what is malformed: tokens go nowhere but where was meant", () => {
  for (const [name, value] of Object.entries({
    WHATSAPP_API_URL: "http://graph.test",
    WHATSAPP_DIALOG_URL: "facebook.test",
    WHATSAPP_API_VERSION: "25",
    WHATSAPP_APP_ID: "app",
    WHATSAPP_SIGNUP_ID: "x",
  }))
    expect(() => whatsappApp({ ...app, [name]: value })).toThrow(name);
});
