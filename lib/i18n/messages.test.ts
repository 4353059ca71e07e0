import { readFileSync } from "node:fs";
import compile from "icu-minify/compile";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { locales } from "@/lib/vocabulary/locales";

type Tree = { [key: string]: string | Tree };
const messages: Record<(typeof locales)[number], Tree> = { en, he, ar };

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flat(value, `${prefix}${key}.`),
  );

const flatBy = Object.fromEntries(locales.map((locale) => [locale, new Map(flat(messages[locale]))]));
const keysOf = (locale: string) => [...(flatBy[locale]?.keys() ?? [])].sort();

/** Names of a message's values (printed or selected by) and of its rich text tags. */
const placeholders = (message: string): string[] => [...new Set(namesIn(compile(message)))].sort();

/** A part of a compiled message is a text, or a list that begins with the name of a value or a tag. */
function namesIn(parts: unknown): string[] {
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((part) => {
    if (!Array.isArray(part)) return [];
    const [name, ...inner] = part;
    return [
      String(name),
      ...inner.flatMap((each) =>
        Array.isArray(each)
          ? namesIn([each])
          : typeof each === "object" && each !== null
            ? Object.values(each).flatMap(namesIn)
            : [],
      ),
    ];
  });
}

it("the names in a message are those of its values and tags, not the words of its branches", () => {
  expect(
    placeholders("{who, select, sms {SMS} other {to {name}}} <b>{count, plural, other {#}}</b>"),
  ).toEqual(["b", "count", "name", "who"]);
  expect(placeholders("plain {SMS}")).toEqual(["SMS"]);
});

/** The branches of each plural in the message. */
const pluralForms = (message: string) =>
  [...message.matchAll(/,\s*plural,/g)].map(({ index }) => {
    const forms: string[] = [];
    let depth = 0;
    let word = "";
    for (const letter of message.slice(message.indexOf("plural,", index) + "plural,".length)) {
      if (letter === "{" && depth++ === 0) forms.push(word.trim());
      if (letter === "}" && --depth < 0) break;
      word = depth === 0 && letter !== "}" ? word + letter : "";
    }
    return forms.sort();
  });

describe.each(locales.filter((locale) => locale !== "en"))("messages in %s", (locale) => {
  it("have the keys of the English ones, no more and no fewer", () => {
    expect(keysOf(locale)).toEqual(keysOf("en"));
  });

  it("take the same values as the English ones", () => {
    for (const [key, message] of flatBy.en ?? [])
      expect(placeholders(flatBy[locale]?.get(key) ?? ""), key).toEqual(placeholders(message));
  });
});

/** Keys that stand twice in one object of a JSON text: a parser keeps the last and says nothing. */
function duplicateKeys(json: string): string[] {
  const open: Set<string>[] = [];
  const found: string[] = [];
  for (const [token, key] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (key !== undefined) {
      if (open.at(-1)?.has(key)) found.push(key);
      open.at(-1)?.add(key);
    }
  }
  return found;
}

it("a key that stands twice in one object is found, one in two objects is not", () => {
  expect(duplicateKeys(`{"a": {"b": "x", "c": "b\\": {"}, "b": 1, "a" : {"b": {}, "b": 2}}`)).toEqual([
    `"a"`,
    `"b"`,
  ]);
});

describe.each(locales)("messages in %s", (locale) => {
  it("have no key twice in one place: the second would hide the first", () => {
    expect(duplicateKeys(readFileSync(`messages/${locale}.json`, "utf8"))).toEqual([]);
  });

  it("are never empty", () => {
    for (const [key, message] of flatBy[locale] ?? []) expect(message.trim(), key).not.toBe("");
  });

  it("have every plural form that the language needs", () => {
    const needed = {
      en: ["one", "other"],
      he: ["one", "two", "other"],
      ar: ["zero", "one", "two", "few", "many", "other"],
    };
    for (const [key, message] of flatBy[locale] ?? [])
      for (const forms of pluralForms(message))
        expect(forms, key).toEqual(expect.arrayContaining(needed[locale]));
  });

  it("can be formatted with any number", () => {
    const errors: string[] = [];
    for (const [key, message] of flatBy[locale] ?? []) {
      const onError = (error: Error) => errors.push(`${key}: ${error.message}`);
      const t = createTranslator({ locale, messages: { message }, onError });
      for (const count of [0, 1, 2, 3, 11, 100]) {
        const isTag = (name: string) => message.includes(`<${name}>`);
        const values = placeholders(message).map((name) => [name, isTag(name) ? () => "x" : count]);
        t.rich("message", Object.fromEntries(values));
      }
    }
    expect(errors).toEqual([]);
  });
});
