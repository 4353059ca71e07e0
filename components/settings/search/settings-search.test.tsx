// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settingsPageList } from "@/lib/pages";
import { locales } from "@/lib/vocabulary/locales";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { SettingsSearch } from "./settings-search";

const here = vi.hoisted(() => ({ pathname: "/settings/dashboard", opened: [""] }));
vi.mock("next/navigation", () => ({
  usePathname: () => here.pathname,
  useRouter: () => ({ push: (address: string) => here.opened.push(address) }),
}));

const nothing = () => undefined;
beforeEach(() => {
  here.opened = [];
  vi.stubGlobal("ResizeObserver", function observer() {
    return { observe: nothing, unobserve: nothing, disconnect: nothing };
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const languages = { en, he, ar };
function search(locale: keyof typeof languages, query: string) {
  render(
    <NextIntlClientProvider locale={locale} messages={languages[locale]} timeZone="UTC">
      <SettingsSearch />
    </NextIntlClientProvider>,
  );
  const box = screen.getByRole("combobox");
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: query } });
  return box;
}

it.each(locales)("finds every page by its name and opens it, in %s", (locale) => {
  for (const { name, address } of settingsPageList) {
    here.pathname = "/elsewhere";
    const box = search(locale, languages[locale].shell[name]);
    fireEvent.keyDown(box, { key: "Enter" });
    expect(here.opened.at(-1)).toBe(address);
    cleanup();
  }
});

it("shows a page with what is on it, before the fields of the page", async () => {
  search("en", "notifications");
  const [first, second] = await screen.findAllByRole("option");
  expect(first?.textContent).toContain(en.settings.notifications.description);
  expect(second?.textContent).toContain("Notifications · ");
});

it("stays on the page that is open already", () => {
  here.pathname = "/settings/activity";
  const box = search("en", "activity");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(here.opened).toEqual([]);
});

it("still finds a field by its title first", () => {
  here.pathname = "/elsewhere";
  const box = search("en", "dashboard refresh");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(here.opened).toEqual(["/settings/dashboard#dashboard_preferences-autoRefresh"]);
});
