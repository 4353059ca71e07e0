import { describe, expect, it } from "vitest";
import { translatorOf } from "@/lib/i18n/translator";
import { sampleMessage, sampleNames } from "@/lib/testing/sample-messages";
import { locales } from "@/lib/vocabulary/locales";
import type { OutgoingMessage } from "../channel";
import { writeMail } from "./mail";

const options = {
  from: { name: "OvenAI", address: "news@example.com" },
  inboxUrl: "https://app.example.com/notifications",
  unsubscribeMailbox: null,
};
const destination = { id: "d", address: "dana@example.com", keys: null };
const write = async (message: OutgoingMessage) =>
  writeMail({ id: "1", destination, message }, options, await translatorOf(message.locale));

const all = locales.flatMap((locale) => sampleNames.map((name) => [locale, name] as const));

describe.each(all)("in %s the mail of %s", (locale, name) => {
  const message = sampleMessage(name, locale);

  it("has its direction on an inner element: replies drop that of html and body", async () => {
    const { html } = await write(message);
    expect(html).toContain(`<div dir="${locale === "en" ? "ltr" : "rtl"}" lang="${locale}"`);
    expect(html).not.toMatch(/<(html|body)[^>]* dir=/);
  });

  it("has nothing that programs drop, fetch or take for a trick, and none of React's comments", async () => {
    const { html } = await write(message);
    expect(html).toMatch(/^<!doctype html><html/);
    expect(html).not.toMatch(
      /<!--|@media|@import|<style|<img|<script|gradient|display:\s*none|font-size:\s*0/,
    );
  });

  it("says all of it in its plain text, too, one link a line", async () => {
    const { text } = await write(message);
    const bare = text.replace(/[\u2066\u2069]/g, "");
    for (const item of message.items)
      for (const part of [item.title, item.text, item.url]) expect(bare).toContain(part);
    for (const url of Object.values(message.calendar?.answers ?? {})) expect(bare).toContain(url);
    expect(bare).toContain(message.why.text);
    for (const line of text.split("\n").filter((one) => one.includes("https://")))
      expect(line).toMatch(/^https:\S+$/);
  });

  it("links to each answer, to each item, to the switch and to the way to stop, and nowhere else", async () => {
    const { html } = await write(message);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    const stop = message.unsubscribe ? [message.unsubscribe.url] : [];
    const answers = Object.values(message.calendar?.answers ?? {});
    expect(links).toEqual([...answers, ...message.items.map(({ url }) => url), message.why.url, ...stop]);
  });
});

describe("a mail", () => {
  it("names the heat of a lead in words, and by dots that need no colour", async () => {
    const { html, text } = await write(sampleMessage("heat", "en"));
    expect(html).toMatch(/●●●●<\/span> Burning/);
    expect(text).toContain("Burning · Harbour View · Noa Levi");
  });

  it("isolates the phones of a right-to-left text, in both parts", async () => {
    const { html, text } = await write(sampleMessage("heat", "ar"));
    for (const part of [html, text]) expect(part).toContain("\u2066+972-50-234-5678\u2069");
  });

  it("shows what people typed as text, never as markup", async () => {
    const message = sampleMessage("heat", "en");
    const [first] = message.items;
    const { html } = await write({
      ...message,
      items: [{ ...first, title: '<b onload="x">&', text: "<!-- -->" }],
    });
    expect(html).toContain("&lt;b onload=&quot;x&quot;&gt;&amp;");
    expect(html).toContain("&lt;!-- --&gt;");
  });

  it("is refused where a link leads to no page", async () => {
    const message = sampleMessage("heat", "en");
    const [first] = message.items;
    await expect(write({ ...message, items: [{ ...first, url: "javascript:alert(1)" }] })).rejects.toThrow(
      "links",
    );
  });

  it("shows fewer items where their addresses are so long that Gmail would cut it", async () => {
    const message = sampleMessage("heat", "en");
    const [first] = message.items;
    const long = { ...first, url: `https://app.example.com/${"a".repeat(12_000)}` };
    const { html, text } = await write({
      ...message,
      items: [long, ...Array.from({ length: 29 }, () => long)],
    });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).toContain("and 25 more");
    expect(text).toContain("and 25 more");
  });

  it("begins with words that say what it is about: a list of mails shows them", async () => {
    const { html } = await write(sampleMessage("heat", "en"));
    const words = html
      .slice(html.indexOf("<body"))
      .replace(/<[^>]*>|&nbsp;/g, " ")
      .replace(/[\s\u00a0●○]+/g, " ")
      .trim();
    expect(words).toMatch(/^Burning Dana Cohen turned burning Heat:/);
  });
});
