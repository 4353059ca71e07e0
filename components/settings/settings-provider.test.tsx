// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { act, cleanup, render, renderHook, screen, waitFor } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { StrictMode, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emitLiveResync, emitSettingsHint } from "@/lib/live/hub";
import { fail, ok, type Result } from "@/lib/result";
import type { PatchAnswer } from "@/lib/settings/wire";
import { answeringEach } from "@/lib/testing/patch-action";
import type { InitialRows } from "@/lib/settings/client/memory";
import {
  SettingsProvider,
  useDashboardSettings,
  useDeviceSettings,
  useSyncStatus,
} from "./settings-provider";

const initial: InitialRows = { projectId: "p1", rows: [], at: 1_000 };
const off = { widget_visibility: { metrics: false } };
const rowsAnswer = (version: number) =>
  Response.json(ok({ rows: [{ section: "dashboard", projectId: "p1", overrides: off, version }] }));

function Widget() {
  const { value, edit, reset, provenance, freshness } = useDashboardSettings();
  const { kind, waiting } = useSyncStatus();
  const { prepareSignOut, clearDevice } = useDeviceSettings();
  const [left, setLeft] = useState(false);
  const path = "widget_visibility.metrics";
  return (
    <>
      <button
        role="switch"
        aria-checked={value.widget_visibility.metrics}
        onClick={() => edit(path, !value.widget_visibility.metrics)}
      >
        metrics
      </button>
      <button onClick={() => reset(path)}>reset</button>
      <button
        onClick={() =>
          prepareSignOut()
            .then(clearDevice)
            .then(() => setLeft(true))
        }
      >
        sign out
      </button>
      {left && <p>gone</p>}
      <output>{`${kind} ${waiting} ${provenance[path]} ${freshness.status}`}</output>
    </>
  );
}

type Send = (request: unknown) => Promise<Result<PatchAnswer>>;
const show = (send: Send, rows: InitialRows | null = initial, userId = "ann") =>
  render(
    <StrictMode>
      <SettingsProvider userId={userId} projectId="p1" initial={rows} patchSettings={answeringEach(send)}>
        <Widget />
      </SettingsProvider>
    </StrictMode>,
  );
const metrics = () => screen.getByRole("switch", { name: "metrics" });
const status = () => screen.getByRole("status").textContent;
const saving: Send = async () => ok({ overrides: off, version: 1, conflicts: [] });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("fetch", async () => Response.json(fail("unavailable"), { status: 503 }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("settings on a page", () => {
  it("flip in the frame of the click, before anything was stored or sent", () => {
    show(() => new Promise(() => {}));
    act(() => metrics().click());
    expect(metrics().getAttribute("aria-checked")).toBe("false");
    expect(status()).toBe("saving 1 project fresh");
  });

  it("are edited by the same functions whatever their values are, so that rows need not be drawn again", () => {
    const { result } = renderHook(() => useDashboardSettings(), {
      wrapper: ({ children }) => (
        <SettingsProvider userId="ann" projectId="p1" initial={initial} patchSettings={answeringEach(saving)}>
          {children}
        </SettingsProvider>
      ),
    });
    const { edit, reset, editPatch, value } = result.current;
    act(() => void edit("widget_visibility.metrics", false));
    expect(result.current.value).not.toBe(value);
    expect(result.current).toMatchObject({ edit, reset, editPatch });
  });

  it("are sent under the person whose page it is, with what they saw, and are then saved", async () => {
    const requests: unknown[] = [];
    show((request) => {
      requests.push(request);
      return saving(request);
    });
    act(() => metrics().click());
    await waitFor(() => expect(status()).toBe("saved 0 project fresh"));
    expect(requests).toEqual([
      {
        userId: "ann",
        section: "dashboard",
        projectId: "p1",
        patch: off,
        base: {},
        source: "ui",
        opId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      },
    ]);
  });

  it("wait on the device for the network and survive the closing of the page", async () => {
    const first = show(async () => fail("unavailable"));
    act(() => metrics().click());
    await waitFor(() => expect(status()).toBe("kept 1 project fresh"));
    first.unmount();
    show(async () => fail("unavailable"));
    await waitFor(() => expect(metrics().getAttribute("aria-checked")).toBe("false"));
  });

  it("wait in a browser that keeps nothing while the page is made anew around them, and are then sent", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const pageOf = (send: Send) => (
      <SettingsProvider userId="ann" projectId="p1" initial={initial} patchSettings={answeringEach(send)}>
        <Widget />
      </SettingsProvider>
    );
    const page = render(pageOf(async () => fail("unavailable")));
    act(() => metrics().click());
    await waitFor(() => expect(status()).toBe("kept 1 project fresh"));
    // A refresh brings the same action as another function.
    const sent = vi.fn(saving);
    page.rerender(pageOf(sent));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(expect.objectContaining({ patch: off })));
    await waitFor(() => expect(status()).toBe("saved 0 project fresh"));
    expect(metrics().getAttribute("aria-checked")).toBe("false");
  });

  it("follow another device when its hint arrives", async () => {
    show(saving);
    vi.stubGlobal("fetch", async () => rowsAnswer(4));
    act(() => emitSettingsHint({ section: "dashboard", project_id: "p1", version: 4 }));
    await waitFor(() => expect(metrics().getAttribute("aria-checked")).toBe("false"));
  });

  it("are read again when hints may have been missed", async () => {
    show(saving);
    vi.stubGlobal("fetch", async () => rowsAnswer(4));
    act(() => emitLiveResync());
    await waitFor(() => expect(metrics().getAttribute("aria-checked")).toBe("false"));
  });

  it("are the last known ones, and say so, while the server cannot read", async () => {
    const rows = [{ section: "dashboard", projectId: "p1", overrides: off, version: 2 }];
    const before = show(saving, { ...initial, rows });
    await waitFor(async () => expect(await indexedDB.databases()).toHaveLength(1));
    before.unmount();
    show(saving, null);
    expect(status()).toContain("looking");
    await waitFor(() => expect(status()).toBe("saved 0 project cached"));
    expect(metrics().getAttribute("aria-checked")).toBe("false");
  });

  it("of one person are never shown to another, and are gone after their own sign-out", async () => {
    const first = show(saving);
    act(() => metrics().click());
    await waitFor(() => expect(status()).toBe("saved 0 project fresh"));
    first.unmount();
    const second = show(saving, null, "bob");
    await waitFor(() => expect(status()).toBe("saved 0 default defaults"));
    second.unmount();

    show(saving, null);
    await waitFor(() => expect(status()).toContain("cached"));
    act(() => screen.getByRole("button", { name: "sign out" }).click());
    await screen.findByText("gone");
    cleanup();
    show(saving, null);
    await waitFor(() => expect(status()).toBe("saved 0 default defaults"));
  });
});
