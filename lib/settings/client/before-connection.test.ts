import { expect, it } from "vitest";
import { documentId } from "@/lib/settings/document";
import { memoryKeyValue } from "@/lib/device/key-value";
import { fakeBrowser } from "@/lib/testing/fake-browser";
import { dashboardOf, toggled } from "@/lib/testing/fake-settings-server";

const ann = "ann";
const unconnected = { connects: false };

/** A browser with a page that has not got the code of its connection yet. */
function opened() {
  const browser = fakeBrowser({ disk: memoryKeyValue() });
  return { ...browser, page: browser.openPage(ann, "p1", unconnected) };
}
const settledIn = (promise: Promise<unknown>) => {
  const told = { settled: false };
  void promise.then(() => (told.settled = true));
  return told;
};

it("an edit made before the connection shows at once, and is recorded and sent once when it has come", async () => {
  const { page, idle, server, storage } = opened();
  const kept = settledIn(page.client.edit(dashboardOf("p1"), toggled("metrics", false)));
  await idle();
  expect(page.client.views.dashboard("p1").value.widget_visibility.metrics).toBe(false);
  expect(page.client.sync()).toMatchObject({ kind: "saving", waiting: 1 });
  expect([kept.settled, page.client.isConnected(), server.requests.length]).toEqual([false, false, 0]);
  expect(await storage.list(ann)).toEqual([]);

  page.connect();
  await idle();
  expect([kept.settled, page.client.isConnected(), server.requests.length]).toEqual([true, true, 1]);
  expect(page.client.sync()).toMatchObject({ kind: "saved", waiting: 0 });
});

it("edits of one setting made before the connection end at the last", async () => {
  const { page, idle, server } = opened();
  for (const on of [false, true, false]) void page.client.edit(dashboardOf("p1"), toggled("metrics", on));
  page.connect();
  await idle();
  expect(page.client.views.dashboard("p1").value.widget_visibility.metrics).toBe(false);
  expect(server.requests.map(({ patch }) => patch).at(-1)).toEqual(toggled("metrics", false));
});

it("the way out waits for the connection: nobody is told that nothing waits before the device was asked", async () => {
  const { page, idle, storage } = opened();
  const flushed = page.client.flush();
  const told = settledIn(flushed);
  void page.client.edit(dashboardOf("p1"), toggled("metrics", false));
  await idle();
  expect(told.settled).toBe(false);
  page.connect();
  expect(await flushed).toEqual({ waiting: 0 });
  await idle();
  await page.client.clearDevice();
  expect(await storage.list(ann)).toEqual([]);
});

it("a hint that comes before the connection is followed when it has come", async () => {
  const { page, idle, server } = opened();
  await server.answer({
    ...dashboardOf("p1"),
    ...{ userId: ann, patch: toggled("metrics", false), base: {}, opId: "elsewhere", source: "ui" },
  });
  page.client.applyHint({ section: "dashboard", project_id: "p1", version: 1 });
  page.connect();
  await idle();
  expect(page.client.views.dashboard("p1").value.widget_visibility.metrics).toBe(false);
  expect(page.client.facts().versions[documentId(dashboardOf("p1"))]).toBe(1);
});

it("what the shell is drawn from is kept, also where it was told before the connection", async () => {
  const { page, idle, storage } = opened();
  page.client.rememberShell({ name: "Ann" });
  page.connect();
  await idle();
  expect(await storage.person()).toMatchObject({ userId: ann, shell: { name: "Ann" } });
});
