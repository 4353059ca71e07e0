import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { FormatsContext } from "@/components/ui/formats-context";
import { ZonesProvider } from "@/components/ui/zones";
import { formats } from "@/lib/i18n/formats";
import { utc } from "@/lib/time/zone";
import { blocksOf, zoneNames } from "@/lib/time/zone-table";
import en from "@/messages/en.json";
import type { Destinations } from "./destinations";

/** A Monday, half past noon in UTC. */
export const monday = "2026-11-23T12:30:00Z";

/** Where the channels lead for Ann, who has connected nothing yet. */
export const destinations: Destinations = {
  inApp: { kind: "app" },
  email: { kind: "address", address: "ann@example.org" },
  push: { kind: "push", state: "default" },
  sms: { kind: "number" },
  whatsapp: { kind: "number" },
  apps: { kind: "apps" },
};

/** Times as Europe writes them, on the clock of UTC. */
const european = {
  dateFormat: "auto",
  timeFormat: "h23",
  firstDayOfWeek: "monday",
  currency: "EUR",
  numberFormat: "auto",
} as const;

/** On a page at a certain moment. */
export const show = (page: ReactNode, now = new Date(monday)) =>
  render(
    <NextIntlClientProvider locale="en" messages={en} formats={formats} timeZone="UTC" now={now}>
      <ZonesProvider blocks={blocksOf(zoneNames())}>
        <FormatsContext value={{ preferences: european, zone: utc }}>{page}</FormatsContext>
      </ZonesProvider>
    </NextIntlClientProvider>,
  );
