import { expect, it } from "vitest";
import { answers, bestFirst, wordsOfCommand } from "./answers";

const pages = { key: "pages", items: [{ title: "Leads" }, { title: "Dashboard", note: "Settings" }] };
const deeds = { key: "deeds", items: [{ title: "Dark", note: "Theme" }, { title: "Mark all dashboards" }] };
const found = (query: string) =>
  bestFirst(answers([pages, deeds], wordsOfCommand, query)).map(({ key, items }) => [
    key,
    items.map(({ title }) => title),
  ]);

it("offers everything in its order while nothing is asked", () => {
  expect(found("  ")).toEqual([
    ["pages", ["Leads", "Dashboard"]],
    ["deeds", ["Dark", "Mark all dashboards"]],
  ]);
});

it("puts the group with the best answer first, and leaves out those without any", () => {
  expect(found("da")).toEqual([
    ["pages", ["Dashboard"]],
    ["deeds", ["Dark", "Mark all dashboards"]],
  ]);
  expect(found("dark")).toEqual([["deeds", ["Dark"]]]);
  expect(found("mark")).toEqual([["deeds", ["Mark all dashboards"]]]);
});

it("finds a command by where it belongs", () => {
  expect(found("theme")).toEqual([["deeds", ["Dark"]]]);
  expect(found("settings dash")).toEqual([["pages", ["Dashboard"]]]);
});
