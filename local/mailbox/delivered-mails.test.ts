import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { mostItems } from "@/lib/notifications/channels/email/content";
import { sampleMessage } from "@/lib/testing/sample-messages";
import { inboxUrl, type MailTest, startMailTest } from "./mail-test";
import type { Mail } from "./mails";

let test: MailTest;
beforeAll(async () => void (test = await startMailTest()));
afterAll(() => test.mailbox.stop());
beforeEach(() => test.mailbox.mails.clear());

const headOf = ({ raw }: Mail): string => raw.slice(0, raw.indexOf("\r\n\r\n"));
/** The lines of one header as they stand, folded ones too. */
const header = (mail: Mail, name: string): string[] =>
  headOf(mail)
    .split(/\r\n(?![ \t])/)
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
const valueOf = (mail: Mail, name: string) =>
  header(mail, name)[0]
    ?.slice(name.length + 1)
    .trim();

describe("a mail on the wire", () => {
  it("has one List-Unsubscribe, on one line, https first and the mailbox second, and says that one press is enough", async () => {
    const mail = await test.delivered(sampleMessage("heat", "he"));
    expect(header(mail, "List-Unsubscribe")).toEqual([
      "List-Unsubscribe: <https://app.example.com/api/unsubscribe/AbCd-1234_xyz>," +
        " <mailto:stop@example.com?subject=unsubscribe%20AbCd-1234_xyz>",
    ]);
    expect(header(mail, "List-Unsubscribe-Post")).toEqual([
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ]);
  });

  it("has both headers of unsubscribing under its signature", async () => {
    const mail = await test.delivered(sampleMessage("heat", "en"));
    const [signature = ""] = header(mail, "DKIM-Signature");
    const signed = /\bh=([^;]*);/.exec(signature.replace(/\s+/g, ""))?.[1]?.toLowerCase().split(":");
    expect(signed).toEqual(
      expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post", "message-id"]),
    );
  });

  it("offers no unsubscribing from what nobody turns off", async () => {
    const mail = await test.delivered(sampleMessage("security", "en"));
    expect(headOf(mail)).not.toMatch(/^List-Unsubscribe/im);
    expect(header(mail, "List-Id")).toEqual(["List-ID: <notifications.example.com>"]);
  });

  it("names its dispatch at every attempt, and its thread, which differs from lead to lead", async () => {
    const message = sampleMessage("heat", "ar");
    const [first, again] = [await test.delivered(message), await test.delivered(message)];
    expect(valueOf(first, "Message-ID")).toBe("<dispatch-1@example.com>");
    expect(valueOf(again, "Message-ID")).toBe(valueOf(first, "Message-ID"));
    expect(valueOf(first, "References")).toMatch(/^<thread\.[0-9a-f]{32}@example\.com>$/);
    const other = await test.delivered({ ...message, thread: "lead 2" }, { id: "dispatch-2" });
    expect(valueOf(other, "References")).not.toBe(valueOf(first, "References"));
    expect(valueOf(other, "Auto-Submitted")).toBe("auto-generated");
  });

  it.each([
    ["חברת אבן בע\u05f4מ", "news@example.com"],
    ['The "Oven", Ltd.', "news@example.com"],
    ["شركة الفرن، المحدودة", "news@example.com"],
    ["a@b.com, c", "news@example.com"],
  ])("has the sender %s whole, and one address", async (name, address) => {
    const mail = await test.delivered(sampleMessage("heat", "en"), { from: { name, address } });
    const { from } = await simpleParser(Buffer.from(mail.raw, "latin1"));
    expect(from?.value).toEqual([{ name, address }]);
  });

  it.each(["he", "ar"] as const)(
    "has a subject in %s without marks of direction, its quotes as typed",
    async (locale) => {
      const message = sampleMessage("booked", locale);
      const mail = await test.delivered({ ...message, subject: `\u2067${message.subject}\u2069\u200f בע"מ` });
      const { subject } = await simpleParser(Buffer.from(mail.raw, "latin1"));
      expect(subject).toBe(`${message.subject} בע"מ`);
      expect(headOf(mail)).toMatch(/^[\x00-\x7f]*$/);
    },
  );

  it("takes no header from a subject, a name or an id", async () => {
    const attack = "x\r\nBcc: eve@example.com\r\n\r\nbody";
    const from = { name: attack, address: "news@example.com" };
    const message = { ...sampleMessage("heat", "en"), subject: attack, thread: attack };
    const mail = await test.delivered(message, { from, id: attack });
    expect(header(mail, "Bcc")).toEqual([]);
    expect(mail.to).toEqual(["dana@example.com"]);
    expect(headOf(mail).split(/\r\n(?![ \t])/)).toHaveLength(
      new Set(headOf(mail).split(/\r\n(?![ \t])/)).size,
    );
  });

  it("goes to the address without the marks that nobody sees, and to none that is none", async () => {
    expect(
      (await test.delivered(sampleMessage("heat", "en"), { to: "\u200fdana@example.com\u200f" })).to,
    ).toEqual(["dana@example.com"]);
    for (const to of ["dana@example.com\r\nRCPT TO:<eve@example.com>", "dana", "a@x.com, b@x.com"])
      expect(await test.send(sampleMessage("heat", "en"), { to })).toEqual({
        outcome: "failed",
        reason: "invalidAddress",
      });
    expect(test.mailbox.mails.list()).toHaveLength(1);
  });

  it.each(["booked", "canceled"] as const)(
    "carries the bytes of the calendar when a meeting is %s",
    async (name) => {
      const message = sampleMessage(name, "he");
      const mail = await test.delivered(message);
      const { attachments } = await simpleParser(Buffer.from(mail.raw, "latin1"));
      const parts = attachments.map(({ contentType, content }) => [contentType, content.toString("utf8")]);
      expect(parts).toContainEqual(["text/calendar", message.calendar?.text]);
      expect(parts).toContainEqual(["application/ics", message.calendar?.text]);
      expect(mail.raw).toContain(`text/calendar; charset=utf-8; method=${message.calendar?.method}`);
    },
  );

  it.each(["en", "he", "ar"] as const)(
    "of two hundred long items is less than 100 kB, and says in %s how many are left out",
    async (locale) => {
      const message = sampleMessage("bundle", locale);
      const [first] = message.items;
      const long = { ...first, text: `${first.text} `.repeat(80), url: `${first.url}?${"a".repeat(400)}` };
      const mail = await test.delivered({
        ...message,
        items: [long, ...Array.from({ length: 199 }, () => long)],
      });
      expect(Buffer.byteLength(mail.html ?? "")).toBeLessThan(100_000);
      const shown = mail.html?.split(long.url).length ?? 0;
      expect(shown - 1).toBe(mostItems);
      const more = (await translatorOf(locale))("mail.more", { count: 200 - mostItems });
      expect(mail.html).toContain(more);
      expect(mail.text).toContain(more);
      expect(mail.links).toContain(inboxUrl);
    },
  );
});
