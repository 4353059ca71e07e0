import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { heats } from "@/lib/leads/heat";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { tell } from "./kinds";
import { emptyRow } from "./simulated-server";

const changed = (from: string, to: string) => ({
  ...emptyRow,
  params: { kind: "lead.heat", lead_id: "x", lead_name: "דנה Levi <b>", from, to },
});

const languages = [
  ["en", en],
  ["he", he],
  ["ar", ar],
] as const;

describe.each(languages)("in %s", (locale, messages) => {
  const errors: unknown[] = [];
  const t = createTranslator({ locale, messages, onError: (error) => void errors.push(error) });

  it("every change of heat has a title of its own that holds the name, and a line with both words", () => {
    const titles = new Set<string>();
    for (const from of heats)
      for (const to of heats) {
        const told = tell(changed(from, to)) ?? expect.fail("not told");
        const { key, values, person = "" } = told.title;
        const title = t.markup(`notifications.kinds.${key}`, {
          ...values,
          name: person,
          person: (chunks) => `[${chunks}]`,
        });
        expect(title).toContain("[דנה Levi <b>]");
        titles.add(title);
        const words = Object.entries(told.line.words).map(([name, word]) => [
          name,
          t(`notifications.words.${word}`),
        ]);
        const line = t(`notifications.kinds.${told.line.key}`, Object.fromEntries(words));
        for (const [, word] of words) expect(line).toContain(word);
      }
    expect(titles.size).toBe(heats.length);
    expect(errors).toEqual([]);
  });
});

it("draws the icon of the heat a lead has now", () => {
  expect(tell(changed("cold", "burning"))?.look).toEqual({ icon: "heat", heat: "burning" });
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
