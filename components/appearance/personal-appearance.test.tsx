// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBrowserCookie } from "@/lib/appearance/browser-cookie";
import { emptyMirror } from "@/lib/appearance/mirror";
import { readMirror } from "@/lib/appearance/mirrored-values";
import { emitSettingsHint } from "@/lib/live/hub";
import { fail, ok } from "@/lib/result";
import { cookie, deviceIn, met, row, show } from "./personal-appearance.test-support";

const root = document.documentElement;
function carried() {
  const text = readBrowserCookie(cookie);
  return text === null ? null : readMirror(text);
}
const press = (name: string) => act(() => screen.getByRole("button", { name }).click());

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal("fetch", async () => Response.json(fail("unavailable"), { status: 503 }));
  document.cookie = `${cookie}=; path=/; max-age=0`;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a person's page", () => {
  it("looks and writes as their row says, and the browser carries it for the next page", async () => {
    show({
      preferences: {
        interface_settings: { theme: "contrast", density: "compact", direction: "rtl", fontScale: 115 },
        data_preferences: { dateFormat: "dmy" },
      },
    });
    await waitFor(() =>
      expect(root.dataset).toMatchObject({ theme: "contrast", density: "compact", text: "115" }),
    );
    expect(root.dir).toBe("rtl");
    expect(screen.getByRole("status").textContent).toContain("05/11/2026");
    expect(carried()?.values).toMatchObject({
      interface_settings: { theme: "contrast" },
      data_preferences: { dateFormat: "dmy" },
    });
  });

  it("changes in the frame of the choice, keeps it without a network and edits the row", async () => {
    const { sent } = show();
    await waitFor(() => expect(root.dataset.theme).toBe("system"));
    press("dark");
    expect(root.dataset.theme).toBe("dark");
    expect(carried()?.values).toMatchObject({ interface_settings: { theme: "dark" } });
    await waitFor(() => expect(sent).toMatchObject([{ patch: { interface_settings: { theme: "dark" } } }]));
    press("ymd");
    expect(screen.getByRole("status").textContent).toContain("2026-11-05");
  });

  it("asks the server once for the page in the chosen language, and shows no mixture of languages meanwhile", async () => {
    const { renderAnew } = show();
    await waitFor(() => expect(root.dataset.theme).toBe("system"));
    renderAnew.mockClear();
    press("hebrew");
    await waitFor(() => expect(renderAnew).toHaveBeenCalledOnce());
    expect([root.lang, root.dir]).toEqual(["en", "ltr"]);
    expect(carried()?.values).toMatchObject({ interface_settings: { language: "he" } });
  });

  it("follows a change made on another device", async () => {
    show();
    await waitFor(() => expect(root.dataset.theme).toBe("system"));
    const rows = [{ ...row("preferences", { interface_settings: { theme: "light" } }), version: 4 }];
    vi.stubGlobal("fetch", async () => Response.json(ok({ rows })));
    act(() => emitSettingsHint({ section: "preferences", project_id: null, version: 4 }));
    await waitFor(() => expect(root.dataset.theme).toBe("light"));
    expect(carried()?.values).toMatchObject({ interface_settings: { theme: "light" } });
  });

  it("keeps the look of the browser's cookie while the row cannot be read", async () => {
    const values = { interface_settings: { theme: "dark" }, data_preferences: { dateFormat: "ymd" } };
    show({ mirror: { ...met, values }, isRead: false });
    await waitFor(() => expect(root.dataset.theme).toBe("dark"));
    expect(screen.getByRole("status").textContent).toContain("2026-11-05");
    press("ymd");
    expect(root.dataset.theme).toBe("dark");
  });
});

describe("a browser and a person's settings", () => {
  const stranger = emptyMirror;

  it("agree on the first visit: the browser's zone is written once for formats and schedule, and a notice says so", async () => {
    deviceIn("Asia/Jerusalem");
    const { sent } = show({ mirror: stranger });
    expect(await screen.findByText("We set your time zone to Jerusalem")).toBeDefined();
    await waitFor(() => expect(sent).toHaveLength(2));
    const patches = sent.map((request) => JSON.stringify(request)).join();
    expect(patches).toContain('{"timezone":"Asia/Jerusalem","currency":"ILS"}');
    expect(patches).toContain('{"timezone":"Asia/Jerusalem","workingHours":');
    expect(screen.getByText(/working hours to .*Sun.*Thu.* currency to ILS/)).toBeDefined();
    expect(carried()).toMatchObject({ of: "ann", met: true });
    press("OK");
    expect(screen.queryByText(/We set/)).toBeNull();
    expect(sent).toHaveLength(2);
  });

  it("do not count a choice that was made and undone before the device had answered", async () => {
    const { sent } = show({ mirror: stranger });
    press("dark");
    expect(root.dataset.theme).toBe("dark");
    press("theme: reset to default");
    expect(root.dataset.theme).toBe("system");
    await waitFor(() => expect(carried()).toMatchObject({ of: "ann", met: true }));
    await waitFor(() => expect(sent).not.toEqual([]));
    expect(root.dataset.theme).toBe("system");
    expect(JSON.stringify(sent)).not.toContain('"dark"');
  });

  it("show no notice where they agree, or where the row could not be read", async () => {
    const { sent } = show({ mirror: stranger, isRead: false });
    await waitFor(() => expect(root.dataset.theme).toBe("system"));
    deviceIn("Asia/Jerusalem");
    expect(screen.queryByText(/We set/)).toBeNull();
    expect([sent, carried()]).toEqual([[], null]);
  });

  it("disagree later: the person switches the zone, and can undo it", async () => {
    deviceIn("America/New_York");
    const preferences = { data_preferences: { timezone: "Europe/Berlin" } };
    const { sent } = show({ preferences });
    expect(await screen.findByText("Your device says New York; your settings say Berlin")).toBeDefined();
    press("Switch to New York");
    expect(screen.queryByText(/Your device says/)).toBeNull();
    await waitFor(() =>
      expect(sent).toMatchObject([{ patch: { data_preferences: { timezone: "America/New_York" } } }]),
    );
  });

  it("disagree, and the person keeps the zone: this device does not ask about it again", async () => {
    deviceIn("America/New_York");
    const preferences = { data_preferences: { timezone: "Europe/Berlin" } };
    const { sent } = show({ preferences });
    await screen.findByText(/Your device says/);
    press("Keep Berlin");
    expect(screen.queryByText(/Your device says/)).toBeNull();
    expect([sent, carried()?.keptZone]).toEqual([[], "America/New_York"]);
  });
});
