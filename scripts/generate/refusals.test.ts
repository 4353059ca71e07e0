import { expect, it } from "vitest";
import { kinds, type Kind } from "@/lib/notifications/kinds";
import { text, toggle } from "@/lib/settings/fields";
import { defineSection } from "@/lib/settings/sections";
import { widgets } from "@/lib/settings/widgets";
import { kindSql } from "./kind-sql";
import { missingWords } from "./missing-words";
import { storedSection } from "./tables";

const section = (name: string, column: string) =>
  defineSection({
    name,
    schemaVersion: 1,
    columns: { [column]: { on: toggle(true, "on"), by: text({ maxLength: 9, problem: "odd" }, "by") } },
  });

const oneKind = new Map([...kinds].filter(([name]) => name === "lead.heat"));

it("names every word that a section, a kind of notification and the widgets lack", () => {
  expect(missingWords([section("dashboard", "extra")], oneKind, {})).toEqual([
    "settings.fields.on.title",
    "settings.fields.on.help",
    "settings.fields.by.title",
    "settings.fields.by.help",
    "settings.form.problems.odd",
    "settings.groups.extra.title",
    "notifications.kinds.leadHeat.title",
    "notifications.kinds.leadHeat.line",
    "notifications.words.heat.cold",
    "notifications.words.heat.burning",
    ...widgets.map((widget) => `dashboard.empty.${widget}`),
  ]);
});

it("refuses a kind that does not know its own sample", () => {
  const forgetful = new Map(
    [...oneKind].map(([name, kind]): [string, Kind] => [name, { ...kind, sample: {} }]),
  );
  expect(() => missingWords([], forgetful, {})).toThrow("lead.heat");
});

it("refuses a section that is in no table, and a column that SQL could not name", () => {
  expect(() => storedSection(section("unheardOf", "extra"))).toThrow("unheardOf");
  expect(() => storedSection(section("dashboard", "soundSettings"))).toThrow("dashboard.soundSettings");
});

it("refuses a text of a kind that SQL cannot say, and names both", () => {
  const plural = "{n, plural, one {# lead} other {# leads}}";
  const counting = new Map(
    [...oneKind].map(([name, kind]): [string, Kind] => [
      name,
      { ...kind, stored: { ...kind.stored, message: plural } },
    ]),
  );
  expect(() => kindSql(counting)).toThrow(/message of kind lead\.heat.*plural/);
});
