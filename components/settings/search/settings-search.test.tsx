// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
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

const opens = (address: string) => waitFor(() => expect(here.opened.at(-1)).toBe(address));

it.each(locales)("finds every page by its name and opens it, in %s", async (locale) => {
  for (const { name, address } of settingsPageList) {
    here.pathname = "/elsewhere";
    const box = search(locale, languages[locale].shell[name]);
    fireEvent.keyDown(box, { key: "Enter" });
    await opens(address);
    cleanup();
  }
});

it("shows a page with what is on it, before the fields of the page", async () => {
  search("en", "notifications");
  const [first, second] = await screen.findAllByRole("option");
  expect(first?.textContent).toContain(en.settings.notifications.description);
  expect(second?.textContent).toContain("Notifications · ");
});

it("stays on the page that is open already", async () => {
  here.pathname = "/settings/activity";
  const box = search("en", "activity");
  await screen.findAllByRole("option");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(box).toHaveProperty("value", "");
  expect(here.opened).toEqual([]);
});

it("still finds a field by its title first", async () => {
  here.pathname = "/elsewhere";
  const box = search("en", "dashboard refresh");
  fireEvent.keyDown(box, { key: "Enter" });
  await opens("/settings/dashboard#dashboard_preferences-autoRefresh");
});

it("goes through what it finds by the arrow keys, and begins anew with another word", async () => {
  const box = search("en", "notifications");
  const options = await screen.findAllByRole("option");
  const current = () => options.findIndex(({ id }) => id === box.getAttribute("aria-activedescendant"));
  await waitFor(() => expect(current()).toBe(0));
  fireEvent.keyDown(box, { key: "ArrowUp" });
  await waitFor(() => expect(current()).toBe(options.length - 1));
  fireEvent.keyDown(box, { key: "ArrowDown" });
  fireEvent.keyDown(box, { key: "ArrowDown" });
  await waitFor(() => expect(current()).toBe(1));
  fireEvent.change(box, { target: { value: "notification" } });
  await waitFor(() => expect(current()).toBe(0));
});

it("an Enter that came before the code opens nothing once the words have changed", async () => {
  here.pathname = "/elsewhere";
  const box = search("en", "dashboard refresh");
  fireEvent.keyDown(box, { key: "Enter" });
  fireEvent.change(box, { target: { value: "dashboard" } });
  await screen.findAllByRole("option");
  expect(here.opened).toEqual([]);
});
