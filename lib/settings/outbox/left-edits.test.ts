import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaveValue } from "@/lib/device/left-values";
import { memoryKeyValue } from "@/lib/device/key-value";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, toggled } from "@/lib/testing/fake-settings-server";
import { memoryStorage } from "@/lib/testing/memory-storage";
import { leaveEdits } from "./leaving";
import { browserLeftEdits } from "./left-edits";
import type { Edit } from "./runner";

const ann = "ann";
const edit: Edit = { ...dashboardOf("p1"), patch: toggled("metrics", false), seen: {}, source: "ui" };

beforeEach(() => void vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => void vi.unstubAllGlobals());

/** A page with edits that its device has not taken. */
function pageWith(edits: readonly Edit[], now = 1) {
  const page = new EventTarget();
  leaveEdits(page, { userId: ann, unrecorded: () => edits, startAnew: vi.fn(), now: () => now });
  return { leave: () => page.dispatchEvent(new Event("pagehide")) };
}

describe("edits that a page had not given to its device when it was left", () => {
  it("are there for the next page of the person, in the order in which pages were left, until it drops them", () => {
    const second = { ...edit, patch: toggled("insights", false) };
    pageWith([second], 2).leave();
    pageWith([edit], 1).leave();
    const found = browserLeftEdits.list(ann);
    expect(found.flatMap(({ edits }) => edits)).toEqual([edit, second]);
    expect(browserLeftEdits.list("ben")).toEqual([]);
    browserLeftEdits.drop(found.map(({ key }) => key));
    expect(browserLeftEdits.list(ann)).toEqual([]);
  });

  it("are no reason to break: what cannot be read is passed over, and a browser that keeps nothing has none", () => {
    leaveValue(ann, { at: 1, edits: [{ ...edit, section: "elsewhere" }, edit] });
    leaveValue(ann, { at: "yesterday", edits: [edit] });
    localStorage.setItem("ovenai-left/ann/x", "{");
    expect(browserLeftEdits.list(ann).flatMap(({ edits }) => edits)).toEqual([edit]);
    vi.stubGlobal("localStorage", undefined);
    expect(browserLeftEdits.list(ann)).toEqual([]);
  });
});

/** A browser whose disk takes nothing any more, and says nothing, while it is slow. */
function slowBrowser() {
  const disk = memoryKeyValue();
  let isSlow = false;
  const never = new Promise<never>(() => undefined);
  const browser = fakeBrowser({
    disk: { ...disk, update: (key, change) => (isSlow ? never : disk.update(key, change)) },
  });
  const stored = () => browser.server.rowOf(ann, "p1").overrides;
  return { ...browser, stored, slow: (next: boolean) => void (isSlow = next) };
}

describe("a page that is left by a full load in the middle of saving", () => {
  it("loses no edit: the next page shows it, stores it, and its own later edit of the same stays the last", async () => {
    const { openPage, idle, slow, stored, left } = slowBrowser();
    const { client, leave } = openPage(ann, "p1");
    await idle();
    slow(true);
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    void client.edit(dashboardOf("p1"), toggled("insights", false));
    leave();
    slow(false);
    const next = openPage(ann, "p1", { connects: false });
    void next.client.edit(dashboardOf("p1"), toggled("insights", true));
    next.connect();
    expect(next.client.views.dashboard("p1").value.widget_visibility).toMatchObject({
      metrics: false,
      insights: true,
    });
    await expect.poll(stored).toMatchObject({ widget_visibility: { metrics: false, insights: true } });
    await expect.poll(next.client.sync).toMatchObject({ kind: "saved", waiting: 0 });
    expect(left.left.size).toBe(0);
  });

  it("keeps them for the one after where the next page cannot store them either", async () => {
    const { openPage, idle, slow, left, stored } = slowBrowser();
    const { client, leave } = openPage(ann, "p1");
    await idle();
    slow(true);
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    leave();
    openPage(ann, "p1").leave();
    slow(false);
    openPage(ann, "p1");
    await expect.poll(stored).toEqual(toggled("metrics", false));
    await expect.poll(() => left.left.size).toBe(0);
  });

  it("changes nothing where the device had taken the edit after all, and it was stored", async () => {
    const { openPage, idle, stored, server, left } = slowBrowser();
    const first = openPage(ann, "p1");
    await idle();
    await first.client.edit(dashboardOf("p1"), toggled("metrics", false));
    await idle();
    const version = server.rowOf(ann, "p1").version;
    left.leave(ann, [edit]);
    first.close();
    const { client } = openPage(ann, "p1");
    await idle();
    expect(stored()).toEqual(toggled("metrics", false));
    expect(client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
    expect(server.rowOf(ann, "p1").version).toBe(version);
    expect(left.left.size).toBe(0);
  });

  it("leaves nothing to another person, and nothing at all after signing out", async () => {
    const { openPage, idle, slow, left, server } = slowBrowser();
    const { client, leave } = openPage(ann, "p1");
    await idle();
    slow(true);
    void client.edit(dashboardOf("p1"), toggled("metrics", false));
    leave();
    slow(false);
    const ben = openPage("ben", "p1");
    await ben.client.edit(dashboardOf("p1"), toggled("insights", false));
    await expect.poll(() => server.rowOf("ben", "p1").overrides).toEqual(toggled("insights", false));
    expect(left.left.size).toBe(1);
    slow(true);
    const again = openPage(ann, "p1");
    await again.client.clearDevice();
    again.leave();
    expect(left.left.size).toBe(0);
  });
});
