import "fake-indexeddb/auto";
import { cleanup, configure, render, screen } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, vi } from "vitest";
import { SettingsProvider } from "@/components/settings/settings-provider";
import { WorkspaceContext } from "@/components/workspace/workspace";
import type { Restoration, SettingsEvent } from "@/lib/audit/event";
import { fail, ok, type Result } from "@/lib/result";
import type { JsonObject } from "@/lib/settings/json";
import { answeringEach } from "@/lib/testing/patch-action";
import en from "@/messages/en.json";
import { ActivityScreen } from "./activity-screen";

export const projectId = "7d0a2f4e-0000-4000-8000-0000000000aa";
const shell = {
  user: { name: "Ann", email: "ann@test.local" },
  projects: [{ id: projectId, name: "Harbour", client_id: "c", client_name: "Co" }],
  reached: [],
  rememberedId: null,
};

/** Every test of the file has a device and a screen of its own. */
export function setUpActivity() {
  configure({ defaultHidden: true });
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
}

export const metrics = "widget_visibility.metrics";
export const entry = (name: string) => screen.getByRole("article", { name });

/** The screen with a record on it, for a person whose own values are `dashboard`. */
export function showActivity(
  events: SettingsEvent[],
  dashboard: JsonObject = {},
  asOf: Result<Restoration> = fail("unavailable"),
) {
  const sent: unknown[] = [];
  const rows = [{ section: "dashboard", projectId: null, overrides: dashboard, version: 3 }];
  const answers = (url: string): Result<unknown> =>
    url.startsWith("/api/settings/as-of")
      ? asOf
      : url.startsWith("/api/settings/activity")
        ? ok({ events, has_more: false })
        : ok({ rows });
  vi.stubGlobal("fetch", async (url: string) => Response.json(answers(url)));
  const patchSettings = answeringEach(async (request) => {
    sent.push(request);
    return ok({ overrides: {}, version: 4, conflicts: [] });
  });
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC" now={new Date("2026-11-05T20:00:00Z")}>
      <SettingsProvider
        userId="ann"
        projectId={null}
        initial={{ projectId: null, rows, at: 1_000 }}
        patchSettings={patchSettings}
      >
        <WorkspaceContext value={shell}>
          <ActivityScreen userId="ann" initial={ok({ events, has_more: false })} />
        </WorkspaceContext>
      </SettingsProvider>
    </NextIntlClientProvider>,
  );
  return sent;
}
