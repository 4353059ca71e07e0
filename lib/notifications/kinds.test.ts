import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { valueAt } from "@/lib/settings/patch";
import { categories } from "@/lib/vocabulary/categories";
import { heats } from "@/lib/vocabulary/heat";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { kinds, tell } from "./kinds";
import type { Values } from "./kinds/kind";
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
        line: { words: { from: `heat.${from}`, to: `heat.${to}` }, values: { changes: 1 } },
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
    { kind: "bant.completed", ...kinds.get("bant.completed")?.sample, mark: "charm" },
    { kind: "meeting.booked", ...kinds.get("meeting.booked")?.sample, starts_at: "soon" },
    { kind: "account.security", event: "weather" },
    { kind: "integration.attention" },
  ])
    expect(tell({ ...emptyRow, params })).toBeNull();
});

describe.each([
  ["en", en],
  ["he", he],
  ["ar", ar],
] as const)("in %s", (locale, { notifications: words }) => {
  const say = (key: string, values: Values) => {
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
    const head = say(`kinds.${title.key}`, { ...title.values, name: title.person ?? "" });
    expect(head).toContain(title.person ?? "");
    expect(head).not.toBe("");
    const words = Object.entries(line.words).map(([name, key]) => [name, say(`words.${key}`, {})] as const);
    const values = { ...line.values, ...Object.fromEntries(words), ...line.times };
    const sentence = say(`kinds.${line.key}`, values);
    for (const at of Object.values(line.times ?? {})) expect(sentence).toContain(at);
    expect(sentence).not.toBe("");
  });
});

it("no kind is held back on a channel that it does not have", () => {
  for (const { channels, mandatory } of kinds.values())
    expect(mandatory.filter((channel) => !channels.includes(channel))).toEqual([]);
});

it("what concerns the account's safety reaches the app and the mailbox, whatever a person switched off", () => {
  expect(kinds.get("account.security")?.mandatory).toEqual(["inApp", "email"]);
  expect(kinds.get("integration.attention")?.mandatory).toEqual(["inApp"]);
});

it.each([...kinds])(
  "%s of a category with a switch can be switched off on every channel, and no other can be muted in the app",
  (_, kind) => {
    const switched = categories.some((category) => category === kind.category);
    expect(kind.mandatory.length === 0).toBe(switched || kind.category === "digest");
  },
);
