// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { Switch } from "@/components/ui/switch";
import en from "@/messages/en.json";
import { SettingsRow } from "./settings-row";

afterEach(cleanup);

const renderRow = (own: boolean, onReset = vi.fn()) => {
  render(
    <NextIntlClientProvider locale="en" messages={en}>
      <SettingsRow
        id="insights"
        title="Insights"
        help="What stands out."
        layer={own ? "user" : "default"}
        own={own}
        onReset={onReset}
        back="On, default"
        control={<Switch aria-labelledby="insights-title" checked={!own} onChange={() => undefined} />}
      />
    </NextIntlClientProvider>,
  );
  return onReset;
};

it("offers the way back to inherited only where the open scope decides the value", () => {
  renderRow(false);
  expect(screen.queryByRole("button", { name: /back to/ })).toBeNull();
});

/** What stands beside the title, for who looks: what only a screen reader says is left out. */
const shownBesideTitle = () => {
  const line = screen.getByText("Insights").parentElement;
  const texts = line ? [...line.querySelectorAll(":not(.sr-only)")] : [];
  return texts.filter(({ children }) => children.length === 0).map(({ textContent }) => textContent);
};

it("shows no chip beside a default, which only a screen reader hears of, and one beside what somebody decided", () => {
  renderRow(false);
  expect(shownBesideTitle()).toEqual(["Insights"]);
  expect(screen.getByText("Where it comes from: Default")).toBeTruthy();
  cleanup();
  renderRow(true);
  expect(shownBesideTitle()).toContain("You, all projects");
  // The way back names what comes.
  expect(shownBesideTitle()).toContain("On, default");
});

it("keeps the keyboard on the row's control when its value goes back to inherited", async () => {
  const onReset = renderRow(true);
  await userEvent.click(screen.getByRole("button", { name: "Insights: back to On, default" }));
  expect(onReset).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByRole("switch", { name: "Insights" }));
});
