import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { FormatsContext } from "@/components/ui/use-formats";
import { formats } from "@/lib/i18n/formats";
import en from "@/messages/en.json";

/** A Monday, half past noon in UTC. */
export const monday = "2026-11-23T12:30:00Z";

/** Times as Europe writes them, on the clock of UTC. */
const european = {
  dateFormat: "auto",
  timeFormat: "h23",
  firstDayOfWeek: "monday",
  currency: "EUR",
  numberFormat: "auto",
  timezone: "UTC",
} as const;

/** On a page at a certain moment. */
export const show = (page: ReactNode, now = new Date(monday)) =>
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={now}>
      <FormatsContext value={european}>{page}</FormatsContext>
    </NextIntlClientProvider>,
  );
