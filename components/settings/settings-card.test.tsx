// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { dashboard } from "@/lib/settings/dashboard";
import { formModel } from "@/lib/settings/form/form-model";
import type { Json } from "@/lib/settings/json";
import en from "@/messages/en.json";
import { SettingsCard } from "./settings-card";
import type * as rowModule from "./settings-row";

const drawn = vi.hoisted((): string[] => []);
vi.mock("./settings-row", async (importOriginal) => {
  const { SettingsRow } = await importOriginal<typeof rowModule>();
  return {
    SettingsRow: (props: Parameters<typeof SettingsRow>[0]) => {
      drawn.push(props.title);
      return <SettingsRow {...props} />;
    },
  };
});

afterEach(cleanup);

const [group] = formModel(dashboard);
const [onChange, onReset] = [vi.fn(), vi.fn()];
const valueWords = () => "";

function card(hidden: readonly string[]) {
  const valueAt = (path: string): Json => !hidden.includes(path);
  const provenance = Object.fromEntries(hidden.map((path) => [path, "user" as const]));
  const inherited = () => ({ value: true, layer: "default" }) as const;
  const props = { valueAt, provenance, scope: "user", inherited, valueWords, onChange, onReset } as const;
  return (
    <NextIntlClientProvider locale="en" messages={en}>
      {group && <SettingsCard group={group} {...props} />}
    </NextIntlClientProvider>
  );
}

it("renders again only the row whose value or layer changed", () => {
  const { rerender } = render(card([]));
  drawn.length = 0;
  rerender(card(["widget_visibility.insights"]));
  expect(drawn).toEqual(["Insights"]);
  expect(screen.getByRole("switch", { name: "Insights" }).getAttribute("aria-checked")).toBe("false");
  expect(screen.getByRole("button", { name: "Insights: back to On, default" })).toBeTruthy();
});
