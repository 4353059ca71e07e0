import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProjectAppGround, type ProjectAppGround } from "./project-app-ground";
import { committedAs } from "./settings-client";

let at: ProjectAppGround;
beforeAll(async () => {
  at = await createProjectAppGround();
});
afterAll(() => at.stop());

describe("an app that an admin connects for everybody in a project", () => {
  it("is told once of what happens there, whoever did it, and of nothing that its admins did not choose", async () => {
    const { admin, hook } = await at.shared();
    await at.burn(admin);
    await at.deliver();
    await at.deliver();
    expect(at.messagesAt(hook)).toHaveLength(1);
    expect(at.messagesAt(hook)[0]).toContain("Dana");

    expect(await (await at.service()).chooseKinds(at.one(admin), ["meetingReminders"])).toBe(true);
    await at.ground.ask("update public.leads set heat = 'cold' where id = $1", admin.lead);
    await at.deliver();
    expect(at.messagesAt(hook)).toHaveLength(1);
    expect(await at.postsOf(admin)).toMatchObject([
      { status: "sent", reason: "sent", rules: ["switch:pass"] },
      { status: "suppressed", reason: "notChosen", rules: ["switch:suppress"] },
    ]);
  });

  it("is told of what its own admin does, of which they are told nothing themselves", async () => {
    const { admin, hook } = await at.shared();
    await committedAs(at.ground.database.pool, admin.userId, (client) =>
      client.query(`select public.judge_lead($1, '{"heat": "burning"}')`, [admin.lead]),
    );
    await at.deliver();
    expect([at.messagesAt(hook).length, await admin.told()]).toEqual([1, []]);
  });

  it("is told nobody's own notifications, and is no destination of who connected it", async () => {
    const { admin, hook } = await at.shared();
    await at.ground.ask(
      `select private.tell_people(array[$1::uuid], '{"kind": "integration.attention", "provider": "calendly", "reason": "limit"}', null, null, $1::text)`,
      admin.userId,
    );
    await at.deliver();
    expect(at.messagesAt(hook)).toEqual([]);
    const places = await at.ground.ask(
      "select from private.destinations where user_id = $1 and channel = 'apps'",
      admin.userId,
    );
    expect(places).toEqual([]);
    expect(await admin.connection()).toBeUndefined();
  });

  it("gets what happened at once as one message, and the same message again when it was not taken", async () => {
    const { admin, hook } = await at.shared();
    at.slack.faults.set({ reply: { status: 503, headers: {}, body: "" }, times: 1 });
    await at.burn(admin);
    await at.ground.ask("update public.leads set bant_need = true where id = $1", admin.lead);
    await at.deliver();
    expect(await at.postsOf(admin)).toMatchObject([
      { status: "pending", reason: "network" },
      { status: "pending", reason: "network" },
    ]);
    await at.ground.ask("update private.project_posts set not_before = now() where status = 'pending'");
    // What comes meanwhile waits for a message of its own.
    await at.ground.ask("update public.leads set heat = 'hot' where id = $1", admin.lead);
    await at.deliver();
    expect(at.messagesAt(hook)).toHaveLength(2);
    expect((await at.postsOf(admin)).map(({ status }) => status)).toEqual(["sent", "bundled", "sent"]);
  });

  it("that asks for patience gets it for all that waits", async () => {
    const { admin, hook } = await at.shared();
    at.slack.faults.set({ reply: { status: 429, headers: { "retry-after": "300" }, body: "" }, times: 1 });
    await at.burn(admin);
    await at.deliver();
    await at.ground.ask("update public.leads set heat = 'cold' where id = $1", admin.lead);
    const [{ seconds } = { seconds: 0 }] = await at.ground.ask<{ seconds: number }>(
      `select min(extract(epoch from not_before - now()))::float as seconds from private.project_posts
       where reason = 'rateLimited'`,
    );
    expect(seconds).toBeGreaterThan(290);
    expect(at.messagesAt(hook)).toEqual([]);
  });

  it("is tried by the way that all else goes, and stands beside the admin's own", async () => {
    const { admin, hook } = await at.shared();
    const own = at.newHook();
    expect(await at.ground.service.connectByKey(admin.userId, "slack", own)).toBeNull();
    await (await at.service()).chooseKinds(at.one(admin), []);
    expect(await (await at.service()).tryForProject(at.one(admin))).toBe(true);
    await at.deliver();
    expect([at.messagesAt(hook).length, at.messagesAt(own).length]).toEqual([1, 0]);
    await at.ground.service.disconnect(admin.userId, "slack");
    expect((await at.seenBy(admin.userId)).apps).toMatchObject([{ problem: null }]);
  });
});
