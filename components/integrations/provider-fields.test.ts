import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { providers } from "@/lib/integrations/registry";
import { preferences } from "@/lib/settings/preferences";
import { valueAt } from "@/lib/settings/patch";
import { fieldsOf } from "./provider-fields";

const names = providers.map(({ name }) => name);

it("every provider with settings has a card: without a manifest nobody would see them", () => {
  const declared = Object.keys(preferences.columns.integration_settings);
  expect(declared.filter((name) => !names.includes(name))).toEqual([]);
});

it("every folder of lib/integrations with a manifest is in the registry, once and under its own name", () => {
  const folders = readdirSync("lib/integrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`lib/integrations/${entry.name}/manifest.ts`))
    .map(({ name }) => name);
  expect([...names].sort()).toEqual(folders.sort());
});

it("a card has the settings of its provider, in the order of their declaration", () => {
  expect(fieldsOf("whatsapp")).toEqual([
    "integration_settings.whatsapp.enabled",
    "integration_settings.whatsapp.messageSync",
    "integration_settings.whatsapp.templates.language",
    "integration_settings.whatsapp.templates.firstContact",
    "integration_settings.whatsapp.templates.followUp",
  ]);
  expect(fieldsOf("push")).toEqual([]);
});

describe.each(Object.entries({ en, he, ar }))("the words of the cards in %s", (_locale, messages) => {
  it.each(names)("are there for %s", (name) => {
    const keys = ["title", "brings", "state"].map((word) => `settings.integrations.${name}.${word}`);
    expect(keys.filter((key) => typeof valueAt(messages, key) !== "string")).toEqual([]);
  });
});
