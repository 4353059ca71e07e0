import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { locales } from "@/lib/vocabulary/locales";
import { messagesOf } from "../messages/catalogue";
import { messagesDocs } from "./messages-docs";
import { whereUsed } from "./where-used";

const rows = messagesDocs(".").flatMap(({ text }) => text.match(/^\| `.*$/gm) ?? []);

it("the list of messages names every message once, with its present text in every language", () => {
  const keys = rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1]);
  expect(keys.toSorted()).toEqual([...messagesOf(".", "en").keys()].toSorted());
  for (const locale of locales) {
    const title = messagesOf(".", locale).get("auth.signIn.title");
    expect(rows.find((row) => row.startsWith("| `auth.signIn.title`"))).toContain(`| ${title} |`);
  }
});

it("every message has a picture of its page, and one that no picture shows the file that says it", () => {
  for (const { file, text } of messagesDocs(".").filter(({ text }) => text.includes("| `"))) {
    expect(text, file).toMatch(/^!\[.*\]\(\.\.\/\.\.\/docs\/images\//m);
    for (const [, picture = ""] of text.matchAll(/^!\[.*\]\(\.\.\/\.\.\/(.*)\)$/gm))
      expect(existsSync(picture), picture).toBe(true);
  }
  expect(rows.filter((row) => row.endsWith("| `none` |"))).toEqual([]);
});

it("a message is found in the source in one piece, in two, and by its beginning where its end is put together", () => {
  const used = whereUsed(".");
  expect(used("errors.page.reference")).toBe("components/shell/page-error.tsx");
  expect(used("inbox.whyPanel.switch")).toBe("components/inbox/why-panel.tsx");
  expect(used("settings.fields.fontScale.help")).toBe("components/settings/search/use-search.ts");
});
