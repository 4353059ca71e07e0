import { expect, it } from "vitest";
import { messageFile } from "@/lib/i18n/message-file";
import { locales } from "@/lib/vocabulary/locales";
import { GET, generateStaticParams } from "./route";

const answer = (file: string) =>
  GET(new Request("http://localhost/messages"), { params: Promise.resolve({ file }) });

it("answers the messages of every language at the address that pages name, to be kept for good", async () => {
  const { length } = await generateStaticParams();
  expect(length).toBe(locales.length);
  for (const locale of locales) {
    const { address, text } = await messageFile(locale);
    const found = await answer(address.replace("/messages/", ""));
    expect(found.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await found.text()).toBe(text);
  }
});

it("finds nothing at an address of other messages", async () => {
  await expect(answer("en.0000000000000000.json")).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
