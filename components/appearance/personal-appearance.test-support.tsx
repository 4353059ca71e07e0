import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { StrictMode } from "react";
import { vi } from "vitest";
import { SettingsProvider, useAppPreferences } from "@/components/settings/settings-provider";
import { useFormats } from "@/components/ui/use-formats";
import { ZonesProvider } from "@/components/ui/zones";
import type { Mirror } from "@/lib/appearance/mirror";
import { appearanceOf } from "@/lib/appearance/mirrored-values";
import { fail, ok } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import type { SettingsRow } from "@/lib/settings/wire";
import { answeringEach } from "@/lib/testing/patch-action";
import { blocksOf, zoneNames } from "@/lib/time/zone-table";
import en from "@/messages/en.json";
import { AppearanceProvider } from "./appearance";
import { useAppearance } from "./appearance";
import { FormatsProvider } from "./formats-provider";
import { PersonalAppearance } from "./personal-appearance";
import { VisitNotices } from "./visit-notices";

export const cookie = "test-appearance";
export const met: Mirror = { of: "ann", met: true, keptZone: null, values: {} };

const Press = ({ name, onPress }: { name: string; onPress: () => void }) => (
  <button onClick={onPress}>{name}</button>
);

function Page() {
  const { change } = useAppearance();
  const { edit, reset } = useAppPreferences();
  const { date } = useFormats();
  return (
    <>
      <Press name="dark" onPress={() => change({ theme: "dark" })} />
      <Press name="theme: reset to default" onPress={() => void reset("interface_settings.theme")} />
      <Press name="hebrew" onPress={() => change({ language: "he" })} />
      <Press name="ymd" onPress={() => void edit("data_preferences.dateFormat", "ymd")} />
      <output>{date("2026-11-05T12:00:00Z")}</output>
    </>
  );
}

export const row = (section: string, overrides: JsonObject): SettingsRow => ({
  section,
  projectId: null,
  overrides,
  version: 3,
});

type Given = { mirror?: Mirror; preferences?: JsonObject; isRead?: boolean };

/** A page of Ann's in this browser, with a log of what was sent and how often the page was asked for anew. */
export function show({ mirror = met, preferences = {}, isRead = true }: Given = {}) {
  const sent: unknown[] = [];
  const renderAnew = vi.fn(async () => ok(undefined));
  const rows = [row("preferences", preferences), row("notifications", {})];
  const patchSettings = answeringEach(async (request) => {
    sent.push(request);
    return fail("unavailable");
  });
  render(
    <StrictMode>
      <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
        <ZonesProvider blocks={blocksOf(zoneNames())}>
          <AppearanceProvider
            carried={{ mirror, appearance: appearanceOf(mirror, "en") }}
            cookie={cookie}
            renderAnew={renderAnew}
          >
            <FormatsProvider>
              <SettingsProvider
                userId="ann"
                projectId={null}
                initial={isRead ? { projectId: null, rows, at: 1_000 } : null}
                patchSettings={patchSettings}
              >
                <PersonalAppearance userId="ann">
                  <VisitNotices />
                  <Page />
                </PersonalAppearance>
              </SettingsProvider>
            </FormatsProvider>
          </AppearanceProvider>
        </ZonesProvider>
      </NextIntlClientProvider>
    </StrictMode>,
  );
  return { sent, renderAnew };
}

/** A formatter made for a zone tells that one; the device's is asked of one made for none. */
const original = Intl.DateTimeFormat.prototype.resolvedOptions;
const testZone = original.call(new Intl.DateTimeFormat()).timeZone;

/** Puts the device into a zone, until mocks are restored. */
export const deviceIn = (timeZone: string) =>
  vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockImplementation(function options(
    this: Intl.DateTimeFormat,
  ) {
    const told = original.call(this);
    return told.timeZone === testZone ? { ...told, timeZone } : told;
  });
