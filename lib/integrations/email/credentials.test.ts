import { expect, it } from "vitest";
import { credentialsIn, type MailCredentials } from "./credentials";

const smtp = {
  via: "smtp",
  host: "mail.example.com",
  port: 587,
  user: "noa",
  password: "p",
  from: "noa@example.com",
};
const read = (given: unknown) => credentialsIn(JSON.stringify(given));

it("each way of sending is read as it was kept", () => {
  const ways: MailCredentials[] = [
    { via: "platform" },
    { ...smtp, via: "smtp" },
    { via: "resend", key: "re_12345678", from: "noa@example.com" },
  ];
  for (const way of ways) expect(read(way)).toEqual({ ok: true, value: way });
});

it.each([
  ["a line break in the host", { ...smtp, host: "mail.example.com\r\nRCPT TO:<x>" }],
  ["a line break in the password", { ...smtp, password: "p\nQUIT" }],
  ["a port that is none", { ...smtp, port: 70_000 }],
  ["a sender that is no address", { ...smtp, from: "Noa" }],
  ["a key with a space", { via: "resend", key: "re_1234 5678", from: "noa@example.com" }],
  ["what nobody asked for", { ...smtp, via: "platform" }],
])("with %s nothing is sent, and it has to be connected again", (_, given) => {
  expect(read(given)).toEqual({ ok: false, fault: "credentials" });
});

it("what is no JSON is no credentials, and no crash", () => {
  expect(credentialsIn("not json")).toEqual({ ok: false, fault: "credentials" });
});
