// @vitest-environment jsdom
import { cleanup, render, renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { ZonesProvider } from "@/components/ui/zones";
import { dashboard } from "@/lib/settings/dashboard";
import { formModel, type FormRow } from "@/lib/settings/form/form-model";
import { preferences } from "@/lib/settings/preferences";
import { defaultAt, type Section } from "@/lib/settings/sections";
import { pageOfColumn } from "@/lib/pages";
import { blocksOf } from "@/lib/time/zone-table";
import en from "@/messages/en.json";
import { FieldControl, type FieldControlProps } from "./field-control";
import { LongControl } from "./long-control";
import { usePlainValueWords, type ValueWords } from "./plain-words";
import { useSettingWords } from "./setting-words";
import { useValueWords } from "./value-words";

afterEach(cleanup);

const Page = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date("2026-11-23T12:00:00Z")}>
    <ZonesProvider blocks={blocksOf(["UTC"])}>{children}</ZonesProvider>
  </NextIntlClientProvider>
);

/** The pages that are drawn from the declaration: their rows, and what each hands to them. */
const pages: [
  name: string,
  Section,
  rows: FormRow[],
  More: ComponentType<FieldControlProps> | undefined,
  () => ValueWords,
][] = [
  ["dashboard", dashboard, formModel(dashboard).flatMap(({ rows }) => rows), undefined, usePlainValueWords],
  [
    "preferences",
    preferences,
    formModel(preferences)
      .filter(({ key }) => pageOfColumn(preferences.name, key)?.name !== "settingsIntegrations")
      .flatMap(({ rows }) => rows),
    LongControl,
    useValueWords,
  ],
];

describe.each(pages)("each row of the page of %s", (_, section, rows, More, useWords) => {
  it("has a control, and words for its value", () => {
    const { result } = renderHook(() => ({ words: useSettingWords(), valueWords: useWords() }), {
      wrapper: Page,
    });
    for (const row of rows) {
      const value = defaultAt(section, row.path);
      const { container } = render(
        <Page>
          <FieldControl
            id="row"
            row={row}
            value={value}
            words={result.current.words}
            onChange={() => {}}
            More={More}
          />
        </Page>,
      );
      expect(container.innerHTML, `control of ${row.path}`).not.toBe("");
      expect(result.current.valueWords(row, value), `words of ${row.path}`).not.toBe(JSON.stringify(value));
      cleanup();
    }
  });
});
