import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProjectAppGround, type ProjectAppGround } from "./project-app-ground";

let at: ProjectAppGround;
beforeAll(async () => {
  at = await createProjectAppGround();
});
afterAll(() => at.stop());

describe("the app of a project", () => {
  it("is seen by everybody in the project with who connected it, and by nobody else; only its admins see more", async () => {
    const { admin, other } = await at.shared();
    const [stranger] = [await at.newPerson()];
    const ofProject = (seen: Awaited<ReturnType<ProjectAppGround["seenBy"]>>) =>
      seen.apps.filter(({ project_id: of }) => of === admin.project);
    expect(ofProject(await at.seenBy(admin.userId))).toMatchObject([
      { provider: "slack", project: "Main", name: "Slack T0AAAAAAA", mine: true, leads: true, problem: null },
    ]);
    expect(ofProject(await at.seenBy(other))).toMatchObject([{ mine: false, leads: false }]);
    expect((await at.seenBy(other)).leads).toEqual([]);
    expect((await at.seenBy(stranger.userId)).apps).toEqual([]);
    expect(JSON.stringify(await at.seenBy(admin.userId))).not.toMatch(/services|v1:/);
  });

  it.each([["member"], ["viewer"]])("a %s of the project neither ends nor changes it", async (role) => {
    const { admin, other } = await at.shared({ role });
    const { chooseKinds, connectForProject, disconnectForProject, tryForProject } = await at.service();
    const asked = at.one(admin, other);
    for (const deed of [
      () => connectForProject(asked, at.newHook()),
      () => chooseKinds(asked, []),
      () => tryForProject(asked),
      () => disconnectForProject(asked),
    ])
      await expect(deed()).rejects.toThrow("forbidden");
    expect((await at.seenBy(other)).apps).toHaveLength(1);
  });

  it("is ended by another admin as well; what waited is not sent, and what opened it is gone", async () => {
    const { admin, other, hook } = await at.shared({ role: "admin" });
    await at.burn(admin);
    const { disconnectForProject } = await at.service();
    expect(await disconnectForProject(at.one(admin, other))).toEqual({ ok: true, value: { revoked: true } });
    await at.deliver();
    expect(at.messagesAt(hook)).toEqual([]);
    expect(await disconnectForProject(at.one(admin))).toMatchObject({ ok: false });
    expect(
      await at.ground.ask("select from private.project_apps where project_id = $1", admin.project),
    ).toEqual([]);
  });

  it.each([
    ["is no admin any more", "update public.project_members set role = 'member' where user_id = $1"],
    ["has left the project", "delete from public.project_members where user_id = $1"],
    ["has no account any more", "delete from auth.users where id = $1"],
  ])(
    "is told nothing once who connected it %s; its admins hear of it and connect it again",
    async (_, sql) => {
      const { admin, other, hook } = await at.shared({ role: "admin" });
      await at.ground.ask(sql, admin.userId);
      expect((await at.seenBy(other)).apps).toMatchObject([{ problem: "leftProject", mine: false }]);
      await at.burn(admin);
      await at.deliver();
      expect(at.messagesAt(hook)).toEqual([]);
      expect(await at.postsOf(admin)).toMatchObject([
        { status: "suppressed", reason: "notSpokenFor", rules: ["access:suppress"] },
      ]);
      const told = () =>
        at.ground.ask(
          "select project_id from public.notifications where user_id = $1 and params ->> 'kind' = 'integration.attention'",
          other,
        );
      expect(await told()).toEqual([{ project_id: admin.project }]);
      // Nothing piles up meanwhile, and nobody is told again.
      await at.ground.ask("update public.leads set heat = 'cold' where id = $1", admin.lead);
      await at.deliver();
      expect([(await at.postsOf(admin)).length, (await told()).length]).toEqual([1, 1]);

      const again = at.newHook();
      expect(await (await at.service()).connectForProject(at.one(admin, other), again)).toBeNull();
      await at.burn(admin);
      await at.deliver();
      expect([at.messagesAt(hook).length, at.messagesAt(again).length]).toEqual([0, 1]);
    },
  );

  it("whose address is gone has to be connected again; its choice stays", async () => {
    const { admin, hook } = await at.shared();
    await (await at.service()).chooseKinds(at.one(admin), ["heatProgressions"]);
    at.slack.set({ path: new URL(hook).pathname, state: "archived" });
    await at.burn(admin);
    await at.deliver();
    expect(await at.postsOf(admin)).toMatchObject([{ status: "suppressed", reason: "connectionEnded" }]);
    expect(await admin.told()).toContain("integration.attention:credentials");
    expect((await at.seenBy(admin.userId)).apps).toMatchObject([{ problem: "ended" }]);
    expect(await (await at.service()).connectForProject(at.one(admin), at.newHook())).toBeNull();
    expect((await at.seenBy(admin.userId)).apps).toMatchObject([
      { problem: null, categories: ["heatProgressions"] },
    ]);
  });

  it("has a ciphertext that opens for its project alone, and goes with it", async () => {
    const [first, second] = [await at.shared(), await at.shared()];
    await at.ground.ask(
      "update private.project_apps a set tokens = (select b.tokens from private.project_apps b where b.project_id = $2) where a.project_id = $1",
      first.admin.project,
      second.admin.project,
    );
    await at.burn(first.admin);
    await at.deliver();
    expect([at.messagesAt(first.hook), at.messagesAt(second.hook)]).toEqual([[], []]);
    expect(await at.postsOf(first.admin)).toMatchObject([{ reason: "connectionEnded" }]);
    await at.ground.ask("delete from public.projects where id = $1", second.admin.project);
    expect(await at.postsOf(second.admin)).toEqual([]);
  });
});
