// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok, type Result } from "@/lib/result";
import type { PatchAnswer } from "@/lib/settings/wire";
import { answeringEach } from "@/lib/testing/patch-action";
import {
  SettingsProvider,
  useAppPreferences,
  useNotificationSettings,
  useSettingsRestore,
  useSyncStatus,
} from "./settings-provider";

vi.setConfig({ testTimeout: 30_000 });

const initial = { projectId: null, rows: [], at: 1_000 };
type Send = (request: unknown) => Promise<Result<PatchAnswer>>;
const status = () => screen.getByRole("status").textContent;

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Sections() {
  const notifications = useNotificationSettings();
  const preferences = useAppPreferences();
  const restore = useSettingsRestore();
  const { kind, outdated, durable } = useSyncStatus();
  const scheme = preferences.value.interface_settings.theme;
  return (
    <>
      <button onClick={() => notifications.edit("email_notifications.leadUpdates", false)}>mail</button>
      <button onClick={() => preferences.editPatch({ interface_settings: { theme: "dark" } })}>dark</button>
      <button
        onClick={() =>
          restore([
            { section: "preferences", projectId: null, path: "interface_settings.theme", value: "light" },
          ])
        }
      >
        restore
      </button>
      <output>{`${notifications.value.email_notifications.leadUpdates} ${scheme} ${outdated} ${kind} ${durable}`}</output>
    </>
  );
}
const showSections = (send: Send) =>
  render(
    <SettingsProvider userId="ann" projectId={null} initial={initial} patchSettings={answeringEach(send)}>
      <Sections />
    </SettingsProvider>,
  );
const press = (name: string) => act(() => screen.getByRole("button", { name }).click());

describe("the other sections on a page", () => {
  it("show an edit at once and send each to its own row, saying where it comes from", async () => {
    const requests: unknown[] = [];
    showSections(async (request) => {
      requests.push(request);
      return ok({ overrides: {}, version: 1, conflicts: [] });
    });
    for (const name of ["mail", "dark"]) press(name);
    expect(status()).toBe("false dark false saving true");
    await waitFor(() => expect(requests).toHaveLength(2));
    press("restore");
    await waitFor(() => expect(requests).toHaveLength(3));
    expect(requests).toMatchObject([
      { section: "notifications", projectId: null, source: "ui" },
      { section: "preferences", projectId: null, source: "ui" },
      { section: "preferences", patch: { interface_settings: { theme: "light" } }, source: "undo" },
    ]);
  });

  it("tell when the server runs a newer build", async () => {
    showSections(async () => {
      throw new UnrecognizedActionError("not found on the server");
    });
    press("mail");
    await waitFor(() => expect(status()).toBe("false system true kept true"));
  });
});

describe("leaving the page", () => {
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented ? "asked" : "let go";
  };

  it("is asked about while edits wait for the code that gives them to the device", async () => {
    showSections(async () => ok({ overrides: {}, version: 1, conflicts: [] }));
    expect(leave()).toBe("let go");
    press("mail");
    expect(leave()).toBe("asked");
    await waitFor(() => expect(status()).toContain("saved true"));
    expect(leave()).toBe("let go");
  });

  it.each([
    ["is free", "that the device keeps", () => new IDBFactory(), "let go"],
    ["is asked about", "that this browser does not keep", () => undefined, "asked"],
  ])("%s while edits wait %s", async (_is, _what, database, expected) => {
    vi.stubGlobal("indexedDB", database());
    showSections(async () => fail("unavailable"));
    expect(leave()).toBe("let go");
    press("mail");
    await waitFor(() => expect(status()).toContain(`kept ${expected === "let go"}`));
    expect(leave()).toBe(expected);
  });
});
