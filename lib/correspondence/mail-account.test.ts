import { expect, it } from "vitest";
import { mailAccountOf } from "./mail-account";

const ours = { from: { name: "OvenAI", address: "news@app.example" } };
const own = { via: "resend", key: "re_12345678", from: "noa@firm.example" } as const;
const settings = { from: "Noa", signature: "{{name}}" };

it("mails of this app's address are answered to the person's account, and filled in with it", () => {
  expect(mailAccountOf({ via: "platform" }, settings, ours, "noa@home.example")).toEqual({
    sender: { from: { name: "Noa", address: "news@app.example" }, replyTo: "noa@home.example" },
    signature: "{{name}}",
    values: { name: "Noa", email: "noa@home.example" },
  });
});

it("mails of one's own address are answered there", () => {
  expect(mailAccountOf(own, settings, ours, "noa@home.example")).toMatchObject({
    sender: { from: { name: "Noa", address: "noa@firm.example" }, replyTo: null },
    values: { name: "Noa", email: "noa@firm.example" },
  });
});

it("without a name this app's stands on its own address, none on one's own, and the account's address for the words", () => {
  const names = [{ via: "platform" } as const, own].map((way) => {
    const account = mailAccountOf(way, { from: 7 }, ours, "noa@home.example");
    return [account?.sender.from.name, account?.values.name, account?.signature];
  });
  expect(names).toEqual([
    ["OvenAI", "noa@home.example", ""],
    ["", "noa@home.example", ""],
  ]);
});

it("there is none where this app sends no mails and its address was chosen", () => {
  expect(mailAccountOf({ via: "platform" }, settings, null, "noa@home.example")).toBeNull();
  expect(mailAccountOf(own, null, null, "noa@home.example")).not.toBeNull();
});
