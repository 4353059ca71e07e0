// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import en from "@/messages/en.json";
import { TimeZonePicker } from "./time-zone-picker";
import { blocksOf } from "@/lib/time/zone-table";
import type * as zoneTable from "@/lib/time/zone-table";
import { ZonesProvider } from "./zones";
// The page fetches it later; here it is at hand.
import "./time-zone-popup";

// A few zones are enough to walk among; the tests of lib/time have them all.
const few = [
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Jerusalem",
  "Europe/Berlin",
  "Pacific/Auckland",
  "UTC",
];
vi.mock("@/lib/time/zone-table", async (original) => {
  const table = await original<typeof zoneTable>();
  return { ...table, listedZones: () => few.map(table.zoneOf) };
});

beforeAll(() => {
  // What jsdom has not: the popover watches its size, the list scrolls to the option in hand.
  vi.stubGlobal("ResizeObserver", function observer() {
    return { observe: () => undefined, unobserve: () => undefined, disconnect: () => undefined };
  });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const winter = new Date("2026-01-15T12:00:00Z");

function show(value: string) {
  const onChange = vi.fn();
  render(
    <NextIntlClientProvider locale="en" messages={en} now={winter} timeZone="UTC">
      <p id="zone-title">Zone</p>
      <ZonesProvider blocks={blocksOf([value])}>
        <TimeZonePicker aria-labelledby="zone-title" value={value} onChange={onChange} />
      </ZonesProvider>
    </NextIntlClientProvider>,
  );
  return onChange;
}

it("says city and present offset, after the name of the field", () => {
  show("America/New_York");
  expect(screen.getByRole("button", { name: "Zone New York UTC-05:00" })).toBeDefined();
});

it("is searched and chosen by keyboard alone", async () => {
  const onChange = show("UTC");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(document.activeElement).toBe(await screen.findByRole("combobox"));
  await userEvent.keyboard("jerus{Enter}");
  expect(onChange.mock.calls).toEqual([["Asia/Jerusalem"]]);
  expect(screen.queryByRole("combobox")).toBeNull();
});

it("moves with the arrow keys from the chosen zone, and names the marked option", async () => {
  const onChange = show("Europe/Berlin");
  await userEvent.click(screen.getByRole("button", { name: /^Zone/ }));
  await screen.findByRole("combobox");
  await userEvent.keyboard("{ArrowDown}");
  const inHand = screen.getByRole("combobox").getAttribute("aria-activedescendant");
  expect(document.getElementById(inHand ?? "")?.textContent).toContain("Jerusalem");
  await userEvent.keyboard("{Enter}");
  expect(onChange.mock.calls).toEqual([["Asia/Jerusalem"]]);
});

it("has the device's zone at hand, and says where nothing is found", async () => {
  show("UTC");
  await userEvent.click(screen.getByRole("button", { name: /^Zone/ }));
  const device = await screen.findByRole("group", { name: "This device" });
  expect(within(device).getAllByRole("option")).toHaveLength(1);
  await userEvent.keyboard("qqq");
  expect(screen.getByText("No time zone is called that.")).toBeDefined();
});

it("changes nothing where the chosen zone is chosen again, by whichever name", async () => {
  const onChange = show("Asia/Kolkata");
  await userEvent.click(screen.getByRole("button", { name: "Zone Kolkata UTC+05:30" }));
  await screen.findByRole("combobox");
  await userEvent.keyboard("kolkata{Enter}");
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(onChange).not.toHaveBeenCalled();
});

it("keeps an Enter that comes before the list, and chooses when it is here", async () => {
  const onChange = show("UTC");
  fireEvent.click(screen.getByRole("button", { name: /^Zone/ }));
  const search = await screen.findByRole("combobox");
  fireEvent.change(search, { target: { value: "jerus" } });
  fireEvent.keyDown(search, { key: "Enter" });
  await vi.waitFor(() => expect(onChange.mock.calls).toEqual([["Asia/Jerusalem"]]));
});
