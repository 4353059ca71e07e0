import { describe, expect, it } from "vitest";
import { readEmailConfig } from "./config";

const site = "https://app.example.com";
const from = 'חברת אבן בע"מ <news@example.com>';

const read = (given: Record<string, string>) => readEmailConfig(given, site);
function provider(given: Record<string, string>) {
  const answer = read({ EMAIL_FROM: from, ...given });
  return answer.ok ? answer.config?.provider : answer.wrong;
}

describe("the environment of e-mail", () => {
  it("that says nothing of a provider means: no e-mail", () => {
    expect(read({})).toEqual({ ok: true, config: null });
    expect(read({ EMAIL_FROM: from })).toEqual({ ok: true, config: null });
  });

  it("keeps name and address apart, and knows where all notifications are", () => {
    const answer = read({
      EMAIL_FROM: from,
      RESEND_API_KEY: "re_1",
      EMAIL_UNSUBSCRIBE_MAILBOX: "stop@Example.com",
    });
    expect(answer).toMatchObject({
      ok: true,
      config: {
        from: { name: "חברת אבן בע\u05f4מ", address: "news@example.com" },
        inboxUrl: `${site}/notifications`,
        unsubscribeMailbox: "stop@example.com",
        provider: { name: "resend", account: { apiKey: "re_1", apiUrl: "https://api.resend.com" } },
      },
    });
  });

  it.each([
    [
      "smtps://u:p%40ss@mail.example.com",
      { port: 465, security: "secure", login: { user: "u", password: "p@ss" } },
    ],
    ["smtp://mail.example.com:465", { port: 465, security: "secure", login: null }],
    ["smtp://mail.example.com", { port: 587, security: "starttls" }],
    ["smtp://127.0.0.1:3004", { host: "127.0.0.1", port: 3004, security: "open" }],
    ["smtp://[::1]:25", { host: "::1", port: 25, security: "open" }],
  ])("%s is read, and is TLS but on this machine", (url, server) => {
    expect(provider({ SMTP_URL: url })).toMatchObject({ name: "smtp", server });
  });

  it("takes SMTP where both are given", () => {
    expect(provider({ SMTP_URL: "smtp://mail.example.com", RESEND_API_KEY: "re_1" })).toMatchObject({
      name: "smtp",
    });
  });

  it("names what is wrong", () => {
    expect(read({ SMTP_URL: "smtp://mail.example.com" })).toEqual({ ok: false, wrong: ["EMAIL_FROM"] });
    expect(provider({ SMTP_URL: "https://mail.example.com" })).toEqual(["SMTP_URL"]);
    expect(provider({ RESEND_API_KEY: "re_1", RESEND_API_URL: "nowhere" })).toEqual(["RESEND_API_URL"]);
    expect(provider({ RESEND_API_KEY: "re_1", EMAIL_UNSUBSCRIBE_MAILBOX: "no" })).toEqual([
      "EMAIL_UNSUBSCRIBE_MAILBOX",
    ]);
    expect(provider({ SMTP_URL: "smtp://mail.example.com", DKIM_DOMAIN: "example.com" })).toEqual([
      "DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY",
    ]);
  });

  it("reads a key whose line breaks are written out", () => {
    const dkim = {
      DKIM_DOMAIN: "example.com",
      DKIM_SELECTOR: "k1",
      DKIM_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----\\nAA",
    };
    expect(provider({ SMTP_URL: "smtp://mail.example.com", ...dkim })).toMatchObject({
      server: {
        dkim: { domain: "example.com", selector: "k1", privateKey: "-----BEGIN PRIVATE KEY-----\nAA" },
      },
    });
  });
});
