// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { fail } from "@/lib/result";
import { answeringEach } from "@/lib/testing/patch-action";
import en from "@/messages/en.json";
import { NewVersionBanner } from "./new-version-banner";
import { ConflictPanel, NotSavedPanel } from "./notices";
import { SettingsProvider } from "./settings-provider";
import { SyncStatus } from "./sync-status";

const open = "0b0b0b0b-0000-4000-8000-000000000001";
const other = "0b0b0b0b-0000-4000-8000-000000000002";
const unknown = "0b0b0b0b-0000-4000-8000-000000000003";

vi.mock("next/navigation", () => ({
  unstable_isUnrecognizedActionError: () => false,
  useParams: () => ({}),
  useSearchParams: () => new URLSearchParams(),
}));
afterEach(cleanup);

const initial = { projectId: open, rows: [], at: 0 };
const refuse = answeringEach(async () => fail("unavailable"));

const project = (id: string, name: string) => ({ id, name, client_id: "c", client_name: "Acme" });
const show = (children: ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" messages={en} now={new Date(0)} timeZone="UTC">
      <WorkspaceContext
        value={{
          user: { name: "Ann", email: "" },
          projects: [project(open, "Main"), project(other, "Harbour")],
          reached: [],
          rememberedId: open,
        }}
      >
        <SettingsProvider userId="ann" projectId={open} initial={initial} patchSettings={refuse}>
          {children}
        </SettingsProvider>
      </WorkspaceContext>
    </NextIntlClientProvider>,
  );
const plain = (element: HTMLElement) => element.textContent?.replaceAll(/[\u2066-\u2069]/g, "") ?? "";

const conflict = (projectId: string | null) => ({
  section: "dashboard" as const,
  projectId,
  path: "dashboard_preferences.defaultView",
  base: null,
  mine: "compact",
  theirs: null,
  at: 0,
});

describe("a conflict", () => {
  it("names the setting, its page and group, and both values in words", () => {
    show(<ConflictPanel conflicts={[conflict(null)]} onChoose={() => undefined} />);
    expect(plain(screen.getByRole("listitem"))).toContain("Dashboard › View and refresh");
    expect(screen.getByRole("button", { name: "Keep mine: Compact" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Use the other: default" })).toBeTruthy();
  });

  it("tells two long texts apart that differ at their end alone", () => {
    const signed = (city: string) =>
      `Best regards,\nXenia of Oven & Co, the bakery at the harbour of ${city}`;
    const path = "integration_settings.email.signature";
    const texts = { ...conflict(null), path, mine: signed("Haifa"), theirs: signed("Jaffa") };
    show(<ConflictPanel conflicts={[{ ...texts, section: "preferences" }]} onChoose={() => undefined} />);
    expect(screen.getAllByRole("button").map(plain)).toEqual([
      `Keep mine: ${signed("Haifa")}`,
      `Use the other: ${signed("Jaffa")}`,
    ]);
  });

  it("names the project where it is not the one that is open", () => {
    const conflicts = [open, other, unknown].map(conflict);
    show(<ConflictPanel conflicts={conflicts} onChoose={() => undefined} />);
    const [here, there, gone] = screen.getAllByRole("listitem").map(plain);
    expect(here).not.toContain("Main");
    expect(there).toContain("View and refresh › Harbour");
    expect(gone).toContain("View and refresh › another project");
  });
});

it("a refused edit names its page and channel, because five channels have the same categories", () => {
  const notice = {
    section: "notifications" as const,
    projectId: null,
    path: "sms_notifications.leadUpdates",
    base: null,
    mine: true,
    at: 0,
    code: "forbidden" as const,
  };
  show(<NotSavedPanel notices={[notice]} onDismiss={() => undefined} />);
  expect(plain(screen.getByRole("listitem"))).toContain("Notifications › SMS");
});

describe("the saving line", () => {
  const said = (durable: boolean, kind: "kept" | "looking" = "kept") => {
    show(<SyncStatus kind={kind} waiting={2} durable={durable} />);
    return screen.getByRole("status", { name: "Saving" }).textContent;
  };

  it("says that edits are kept on the device only where they are", () => {
    expect(said(true)).toBe("Kept on this device, 2 waiting");
    cleanup();
    expect(said(false)).toBe("Waiting, only in this tab: 2");
  });

  it("says nothing while nobody knows what waits", () => {
    expect(said(true, "looking")).toBe("");
  });
});

describe("a newer version", () => {
  it("is told with a way to it, and with what it would cost", () => {
    show(<NewVersionBanner outdated atRisk={false} />);
    expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
    expect(screen.getByText(/is sent\./)).toBeTruthy();
    cleanup();
    show(<NewVersionBanner outdated atRisk />);
    expect(screen.getByText(/what waits is lost/)).toBeTruthy();
    cleanup();
    const { container } = show(<NewVersionBanner outdated={false} atRisk />);
    expect(container.textContent).toBe("");
  });
});
