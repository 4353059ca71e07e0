import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { valueAt } from "@/lib/settings/patch";
import { heats } from "@/lib/vocabulary/heat";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { kinds, tell } from "./kinds";
import { emptyRow } from "@/lib/testing/fake-notification-server";

const changed = (from: string, to: string) => ({
  ...emptyRow,
  params: { kind: "lead.heat", lead_id: "x", lead_name: "Dana Levi", from, to },
});

it("tells every change of heat, with the icon of the heat a lead has now", () => {
  for (const from of heats)
    for (const to of heats)
      expect(tell(changed(from, to))).toMatchObject({
        title: { values: { to }, person: "Dana Levi" },
        line: { words: { from: `heat.${from}`, to: `heat.${to}` } },
        look: { icon: "heat", heat: to },
      });
});

it("does not pretend to know a newer kind, or facts it cannot read", () => {
  for (const params of [
    {},
    { kind: "lead.teleported" },
    { kind: "__proto__" },
    { ...changed("cold", "warm").params, to: "tepid" },
    { ...changed("cold", "warm").params, lead_name: 7 },
  ])
    expect(tell({ ...emptyRow, params })).toBeNull();
});

describe.each([
  ["en", en],
  ["he", he],
  ["ar", ar],
] as const)("in %s", (locale, { notifications: words }) => {
  const say = (key: string, values: Record<string, string>) => {
    const message = valueAt(words, key);
    if (typeof message !== "string") throw new Error(`notifications.${key} is missing`);
    const onError = (error: Error) => {
      throw error;
    };
    const t = createTranslator({ locale, messages: { message }, onError });
    return t.markup("message", { ...values, person: (name) => name });
  };

  it.each([...kinds])("%s is told in words that are there", (_, kind) => {
    const told = kind.tell(kind.sample);
    if (!told) throw new Error("the kind does not know its own sample");
    const { title, line } = told;
    expect(say(`kinds.${title.key}`, { ...title.values, name: title.person ?? "" })).toContain(title.person);
    const values = Object.entries(line.words).map(([name, key]) => [name, say(`words.${key}`, {})] as const);
    const sentence = say(`kinds.${line.key}`, Object.fromEntries(values));
    for (const [, word] of values) expect(sentence).toContain(word);
  });
});
