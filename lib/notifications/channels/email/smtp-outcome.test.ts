import { describe, expect, it } from "vitest";
import { smtpOutcome } from "./smtp-outcome";

const reply = (response: string, code = "EENVELOPE", command = "RCPT TO") =>
  smtpOutcome(
    Object.assign(new Error("x"), { code, command, response, responseCode: Number(response.slice(0, 3)) }),
  );
const without = (code: string, command = "CONN") =>
  smtpOutcome(Object.assign(new Error("x"), { code, command }));

describe("a reply of a mail server", () => {
  it.each([
    "550 5.7.515 Access denied, sending domain does not meet the required authentication level",
    "550-5.7.26 Your email has been blocked because the sender is unauthenticated.",
  ])("that our domain proves nothing is our fault, never the recipient's: %s", (response) => {
    expect(reply(response, "EMESSAGE", "DATA")).toEqual({ outcome: "broken", reason: "unverifiedSender" });
    expect(reply(response)).toEqual({ outcome: "broken", reason: "unverifiedSender" });
  });

  it.each([
    "550 5.1.1 No such user",
    "550 No such user here",
    "553 sorry",
    "550-5.2.1 disabled",
    "550 5.1.10 none",
  ])("that there is no mailbox switches the address off: %s", (response) =>
    expect(reply(response)).toEqual({ outcome: "gone", reason: "bounced" }),
  );

  it.each(["550 5.7.1 Message blocked", "554 5.7.1 Spam", "554 Transaction failed", "571 no"])(
    "that refuses the content says nothing about the mailbox: %s",
    (response) =>
      expect(reply(response, "EMESSAGE", "DATA")).toEqual({ outcome: "failed", reason: "blocked" }),
  );

  it("that a mailbox is full, or that the content is too large, are told apart", () => {
    expect(reply("552 5.2.2 over quota")).toMatchObject({ outcome: "retry", reason: "mailboxFull" });
    expect(reply("552 5.3.4 too big", "EMESSAGE", "DATA")).toEqual({ outcome: "failed", reason: "tooLarge" });
    expect(reply("552 too big", "EMESSAGE", "DATA")).toEqual({ outcome: "failed", reason: "tooLarge" });
  });

  it.each([
    "421 4.3.2 shutting down",
    "451 4.7.1 greylisted",
    "450 later",
    "452 4.2.2 full",
    "454 4.7.0 later",
  ])("of the kind 4xx is repeated: %s", (response) => {
    expect(reply(response)).toMatchObject({ outcome: "retry" });
    expect(reply(response, "EAUTH", "AUTH PLAIN")).toMatchObject({ outcome: "retry" });
  });

  it("about password, sender or greeting is our fault", () => {
    expect(reply("535 5.7.8 wrong", "EAUTH", "AUTH PLAIN")).toEqual({
      outcome: "broken",
      reason: "credentials",
    });
    expect(reply("530 5.7.0 first log in", "EENVELOPE", "MAIL FROM")).toEqual({
      outcome: "broken",
      reason: "credentials",
    });
    expect(reply("550 5.1.0 who are you", "EENVELOPE", "MAIL FROM")).toEqual({
      outcome: "broken",
      reason: "unverifiedSender",
    });
    expect(reply("554 5.7.1 your address is listed", "EPROTOCOL", "CONN")).toEqual({
      outcome: "broken",
      reason: "blocked",
    });
  });
});

describe("an attempt without a reply", () => {
  it.each([
    ["ETIMEDOUT", { outcome: "retry", reason: "timeout", afterSeconds: null }],
    ["EABORT", { outcome: "retry", reason: "timeout", afterSeconds: null }],
    ["ECONNECTION", { outcome: "retry", reason: "network", afterSeconds: null }],
    ["ESOCKET", { outcome: "retry", reason: "network", afterSeconds: null }],
    ["EDNS", { outcome: "retry", reason: "network", afterSeconds: null }],
    ["ETLS", { outcome: "broken", reason: "insecureConnection" }],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", { outcome: "broken", reason: "insecureConnection" }],
    ["EAUTH", { outcome: "broken", reason: "credentials" }],
    ["EENVELOPE", { outcome: "failed", reason: "invalidAddress" }],
  ])("%s", (code, outcome) => expect(without(code)).toEqual(outcome));

  it("is repeated where nobody knows what happened", () => {
    for (const thrown of [null, undefined, "no", new Error("x"), { code: 7 }])
      expect(smtpOutcome(thrown)).toEqual({ outcome: "retry", reason: "network", afterSeconds: null });
  });
});
