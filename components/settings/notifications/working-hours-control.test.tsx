// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import { formats } from "@/lib/i18n/formats";
import { notifications } from "@/lib/settings/notifications";
import { leaves } from "@/lib/settings/sections";
import ar from "@/messages/ar.json";
import en from "@/messages/en.json";
import he from "@/messages/he.json";
import { schedulePaths } from "./shown-schedule";
import { WorkingHoursControl } from "./working-hours-control";

afterEach(cleanup);

it.each([["en", en, "Sunday"] as const, ["he", he, "יום ראשון"] as const, ["ar", ar, "الأحد"] as const])(
  "no two days look alike in %s, and each is named in full",
  (locale, messages, sunday) => {
    const field = leaves(notifications).get(schedulePaths.workingHours);
    if (!field) throw new Error("no working hours");
    const whole = { field, value: field.default, change: () => undefined, isChanged: false, problems: [] };
    render(
      <NextIntlClientProvider locale={locale} messages={messages} formats={formats} timeZone="UTC">
        <WorkingHoursControl field={{ ...whole, elsewhere: undefined }} />
      </NextIntlClientProvider>,
    );
    const days = screen.getAllByRole("checkbox");
    const looks = days.map((day) => day.parentElement?.textContent ?? "");
    expect(looks.map((look) => look.length)).toEqual(Array.from({ length: 7 }, () => 2));
    expect(new Set(looks).size).toBe(7);
    const names = days.map((day) => day.getAttribute("aria-label"));
    expect(names).toContain(sunday);
    expect(new Set(names).size).toBe(7);
  },
);
