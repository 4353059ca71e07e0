import { readdirSync, readFileSync } from "node:fs";
import { sep } from "node:path";
import { describe, expect, it } from "vitest";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { formModel } from "@/lib/settings/form/form-model";
import { valueAt } from "@/lib/settings/patch";
import { settingsSections } from "@/lib/settings/registry";
import {
  areas,
  guestPages,
  idAt,
  isAddressOf,
  isUnder,
  memberPages,
  newcomerPages,
  pageOfColumn,
  settingsPageList,
  settingsPages,
  settingsPart,
  standInPages,
} from "./pages";

const pages = { ...guestPages, ...newcomerPages, ...standInPages, ...memberPages, ...settingsPages };

/** "(app)/leads/[leadId]/page.tsx" as "/leads/[leadId]"; groups are no part of an address. */
const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep))
  .filter((parts) => parts.at(-1) === "page.tsx")
  .map((parts) => parts.slice(0, -1).filter((part) => !part.startsWith("(")))
  .map((parts) => `/${parts.join("/")}`);
const routeOf = (page: { address: string; param?: string }) =>
  page.param ? `${page.address}/[${page.param}]` : page.address;

describe("the pages of lib/pages.ts and the route files under app/", () => {
  it("each page has a route file", () => {
    const without = Object.entries(pages).filter(([, page]) => !routes.includes(routeOf(page)));
    expect(without.map(([name, page]) => `${name} has no file for ${routeOf(page)}`)).toEqual([]);
  });

  it("each route file has a page", () => {
    const known = Object.values(pages).map(routeOf);
    expect(routes.filter((route) => !known.includes(route)).map((route) => `${route} is in no list`)).toEqual(
      [],
    );
  });

  it("no two pages have one address", () => {
    const known = Object.values(pages).map(routeOf);
    expect(known.filter((route, index) => known.indexOf(route) !== index)).toEqual([]);
  });
});

describe.each(Object.entries({ en, he, ar }))("the words of the pages in %s", (_locale, messages) => {
  const absent = (keys: string[]) => keys.filter((key) => typeof valueAt(messages, key) !== "string");

  it("name each page of a signed-in person", () => {
    expect(absent(Object.keys({ ...memberPages, ...settingsPages }).map((name) => `shell.${name}`))).toEqual(
      [],
    );
  });

  it("say of each settings page what it is called, in the tab too, and what is on it", () => {
    const words = settingsPageList.flatMap(({ name }) =>
      ["title", "pageTitle", "description"].map((word) => `settings.${settingsPart(name)}.${word}`),
    );
    expect(absent(words)).toEqual([]);
  });

  it("name each area and the key that opens it", () => {
    const words = areas.flatMap(({ name, quickKey }) => [
      `shell.${name}`,
      `palette.shortcuts.places.${name}`,
      `palette.keys.${quickKey}`,
    ]);
    expect(absent(words)).toEqual([]);
  });
});

describe("the settings on the pages", () => {
  const columns = settingsSections.flatMap((section) =>
    formModel(section).map(({ key }) => ({ section: section.name, column: key })),
  );

  it("each column with a field is on a page, or its fields could neither be found nor seen", () => {
    const homeless = columns.filter(({ section, column }) => !pageOfColumn(section, column));
    expect(homeless).toEqual([]);
  });

  it("each section and each column that a page names is declared", () => {
    const names = new Set(columns.flatMap(({ section, column }) => [section, column]));
    const named = settingsPageList.flatMap(({ section, columns: own = [] }) => [
      ...own,
      ...(section ? [section] : []),
    ]);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  it("a page opens without a network exactly if it shows settings: they are what the device knows", () => {
    const shown = new Set(columns.map(({ section, column }) => pageOfColumn(section, column)?.name));
    const wrong = settingsPageList.filter(({ name, offline = false }) => offline !== shown.has(name));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

it("the service worker shows the offline page of the list", () => {
  const [, page] = /^const offlinePage = "(.*)";$/m.exec(readFileSync("public/sw.js", "utf8")) ?? [];
  expect(page).toBe(standInPages.offline.address);
});

it("no two areas have one quick key, and none has the key of the bell or the first of the two", () => {
  const keys: string[] = areas.map(({ quickKey }) => quickKey);
  expect(new Set([...keys, "n", "g"]).size).toBe(keys.length + 2);
});

it("an address is that of one page, with its id where the page is of one thing", () => {
  expect(isAddressOf(memberPages.leads, "/leads")).toBe(true);
  for (const path of ["/leads/", "/leads/7", "/lead"])
    expect(isAddressOf(memberPages.leads, path)).toBe(false);
  expect(idAt(memberPages.lead, "/leads/7")).toBe("7");
  for (const path of ["/leads", "/leads/", "/leads/7/8", "/leadsx/7"])
    expect(isAddressOf(memberPages.lead, path), path).toBe(false);
});

it("an address belongs to a root that ends where a part of it ends", () => {
  expect(isUnder("/settings", "/settings")).toBe(true);
  expect(isUnder("/settings/activity", "/settings")).toBe(true);
  expect(isUnder("/settings-old", "/settings")).toBe(false);
});
