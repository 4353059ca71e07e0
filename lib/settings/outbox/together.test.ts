import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/result";
import { fakeBrowser, type Link } from "@/lib/testing/fake-browser";
import { toggled } from "@/lib/testing/fake-settings-server";
import { requestsAtOnce } from "@/lib/settings/wire";

const ann = "ann";

/** Ann's browser without a network; `outbox.edit` is of the dashboard, `other` of her notifications. */
function offlineBrowser() {
  let link: Link = "offline";
  const browser = fakeBrowser({ link: () => link });
  const { outbox } = browser.open(ann);
  const other = (leadUpdates: boolean) =>
    outbox.recordIn({
      section: "notifications",
      projectId: null,
      patch: { email_notifications: { leadUpdates } },
      seen: {},
      source: "ui",
    });
  async function reconnect() {
    link = "well";
    outbox.nudge();
    await browser.idle();
  }
  return { ...browser, outbox, other, reconnect, become: (next: Link) => void (link = next) };
}

describe("documents that wait", () => {
  it("go together: frozen requests in one round trip, edits made since in a second", async () => {
    const { outbox, other, server, idle, reconnect } = offlineBrowser();
    for (const value of [false, true]) {
      for (const projectId of [null, "p1", "p2"])
        await outbox.record(projectId, toggled("metrics", value), {});
      await other(value);
      await idle();
    }
    await reconnect();
    expect(server.roundTrips).toBe(2);
    expect(server.requests).toHaveLength(8);
    for (const projectId of [null, "p1", "p2"])
      expect(server.rowOf(ann, projectId).overrides).toEqual(toggled("metrics", true));
    expect(server.rowAt(ann, { section: "notifications", projectId: null }).overrides).toEqual({
      email_notifications: { leadUpdates: true },
    });
  });

  it("are answered one by one: a document that is refused, or not answered, holds no other back", async () => {
    const { outbox, other, server, idle, reconnect, storage } = offlineBrowser();
    for (const projectId of [null, "p1", "p2"]) await outbox.record(projectId, toggled("metrics", false), {});
    await other(false);
    await idle();
    server.answer = async (request) => {
      if (request.projectId === "p1") return fail("forbidden");
      if (request.projectId === "p2") return fail("unavailable");
      return ok(server.apply(request));
    };
    await reconnect();
    expect(server.roundTrips).toBe(1);
    const states = (await storage.list(ann)).map(({ section, projectId, sending, notSaved }) => [
      projectId ?? section,
      sending !== null,
      notSaved.map(({ code }) => code),
    ]);
    expect(states.toSorted()).toEqual([
      ["dashboard", false, []],
      ["notifications", false, []],
      ["p1", false, ["forbidden"]],
      ["p2", true, []],
    ]);
  });

  it("go in several round trips where there are more than one round trip may carry", async () => {
    const { outbox, server, idle, reconnect } = offlineBrowser();
    for (let project = 0; project <= requestsAtOnce; project += 1)
      await outbox.record(`p${project}`, toggled("metrics", false), {});
    await idle();
    await reconnect();
    expect(server.roundTrips).toBe(2);
    expect(new Set(server.requests.map(({ projectId }) => projectId)).size).toBe(requestsAtOnce + 1);
  });

  it("are sent again under the same op_ids where all answers were lost, and applied once", async () => {
    const { outbox, other, server, idle, reconnect, become } = offlineBrowser();
    await outbox.record("p1", toggled("metrics", false), {});
    await other(false);
    await idle();
    become("answers get lost");
    outbox.nudge();
    await idle();
    await reconnect();
    const opIds = server.requests.map(({ opId }) => opId);
    expect(opIds.slice(2)).toEqual(opIds.slice(0, 2));
    expect(server.rowOf(ann, "p1").version).toBe(1);
    expect(server.rowAt(ann, { section: "notifications", projectId: null }).version).toBe(1);
  });

  it("wait on where an answer is missing among the others", async () => {
    const { outbox, server, idle, reconnect, storage } = offlineBrowser();
    for (const projectId of ["p1", "p2"]) await outbox.record(projectId, toggled("metrics", false), {});
    await idle();
    server.keepsBack = 1;
    await reconnect();
    expect((await storage.list(ann)).filter(({ sending }) => sending)).toHaveLength(1);
    server.keepsBack = 0;
    await reconnect();
    expect((await storage.list(ann)).filter(({ sending }) => sending)).toEqual([]);
    expect(server.rowOf(ann, "p1").version + server.rowOf(ann, "p2").version).toBe(2);
  });
});
