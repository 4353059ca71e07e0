import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { locales } from "@/lib/vocabulary/locales";
import { messageFile } from "./message-file";

it("holds all messages of its language", async () => {
  for (const locale of locales) {
    const declared: unknown = JSON.parse(await readFile(`messages/${locale}.json`, "utf8"));
    expect(Object.keys(JSON.parse((await messageFile(locale)).text))).toEqual(Object.keys(Object(declared)));
  }
});

it("has one address for each language, which names the language and changes with the words", async () => {
  const files = await Promise.all(locales.map(messageFile));
  for (const [index, { address }] of files.entries())
    expect(address).toMatch(new RegExp(`^/messages/${locales[index]}\\.[0-9a-f]{16}\\.json$`));
  const hashes = files.map(({ address }) => address.split(".")[1]);
  expect(new Set(hashes).size).toBe(locales.length);
});

it("is written once by a process: every page names the same", async () => {
  expect(messageFile("en")).toBe(messageFile("en"));
});
