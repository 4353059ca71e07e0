import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { oneMinute } from "./one-minute";
import { useTelling } from "./told-rows";
import type { SignedIn } from "./world";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, what a person mutes and follows", (major) => {
  const { ask, as, client, world } = useTelling(major);
  const set = (who: SignedIn, ...values: (string | null)[]) =>
    as(who, "select public.set_notification_subscription($1, $2, $3, $4) as now", ...values);
  const refused = async (who: SignedIn, values: (string | null)[], answer: object) => {
    await client().query("savepoint refused");
    await expect(set(who, ...values)).rejects.toMatchObject(answer);
    await client().query("rollback to refused");
  };
  const far = "2999-01-01T00:00:00Z";

  it("is kept, changed, read back and taken back, a row for each project and lead", async () => {
    const { projectId, leadId } = world();
    await set("viewer", projectId, null, "muted", far);
    const lead = {
      project_id: projectId,
      lead_id: leadId,
      lead_name: "Dana",
      state: "followed",
      until: null,
    };
    const project = {
      project_id: projectId,
      lead_id: null,
      lead_name: null,
      state: "muted",
      until: "2999-01-01T00:00:00+00:00",
    };
    expect(await set("viewer", projectId, leadId, "followed", null)).toEqual([{ now: [project, lead] }]);
    await set("viewer", projectId, null, "followed", null);
    const read = "select public.get_notification_subscriptions() as now";
    expect(await as("viewer", read)).toEqual([
      { now: [{ ...project, state: "followed", until: null }, lead] },
    ]);
    expect(await set("viewer", projectId, null, null, null)).toEqual([{ now: [lead] }]);
    expect(await as("owner", read)).toEqual([{ now: [] }]);
  });

  it("comes with the lead: what is said of it and of its project, to the person alone and while it holds", async () => {
    const { projectId, leadId } = world();
    const lead = async (who: SignedIn) => {
      const [row] = await as<{ lead: object }>(who, "select public.get_lead($1) as lead", leadId);
      return row?.lead;
    };
    const neither = { subscription: null, project_subscription: null };
    expect(await lead("owner")).toMatchObject(neither);
    await set("owner", projectId, null, "followed", null);
    await set("owner", projectId, leadId, "muted", far);
    expect(await lead("owner")).toMatchObject({
      subscription: { state: "muted", until: "2999-01-01T00:00:00+00:00" },
      project_subscription: { state: "followed", until: null },
    });
    expect(await lead("member")).toMatchObject(neither);
    await ask("update public.notification_subscriptions set until = now() where lead_id is not null");
    expect(await lead("owner")).toMatchObject({ subscription: null });
  });

  it("that has ended is not read back", async () => {
    await set("owner", world().projectId, null, "muted", far);
    await ask("update public.notification_subscriptions set until = now()");
    expect(
      await as("owner", "select public.get_notification_subscriptions($1) as now", world().projectId),
    ).toEqual([{ now: [] }]);
  });

  it("is refused under the name of what is wrong", async () => {
    const { projectId, otherProjectId, foreignProjectId, leadId } = world();
    await refused("owner", [projectId, null, "loved", null], { code: "PT400", detail: "state" });
    await refused("owner", [projectId, null, "followed", far], { code: "PT400", detail: "until" });
    await refused("owner", [projectId, null, "muted", "2001-01-01"], { code: "PT400", detail: "until" });
    await refused("owner", [projectId, null, "muted", "infinity"], { code: "PT400", detail: "until" });
    await refused("owner", [foreignProjectId, null, "muted", null], { code: "PT404", detail: "project_id" });
    await refused("exMember", [projectId, null, "muted", null], { code: "PT404", detail: "project_id" });
    await refused("owner", [otherProjectId, leadId, "muted", null], { code: "PT404", detail: "lead_id" });
  });

  it("counts against the limit of a minute", async () => {
    await ask("update private.rate_limits set per_minute = 2 where name = 'notifications'");
    await ask(oneMinute);
    await ask("delete from private.rate_counters");
    const values = [world().projectId, null, "muted", null];
    await set("owner", ...values);
    await set("owner", ...values);
    await refused("owner", values, { code: "PT429" });
  });

  it("is nobody else's to see or write", async () => {
    await set("owner", world().projectId, null, "muted", null);
    for (const who of ["member", "viewer", "exMember", "stranger"] as const)
      expect(await as(who, "select from public.notification_subscriptions")).toEqual([]);
    await client().query("savepoint written");
    await expect(
      as("owner", "update public.notification_subscriptions set until = null"),
    ).rejects.toMatchObject({
      code: "42501",
    });
    await client().query("rollback to written");
  });

  it("goes with the account, whose name goes from what others were told", async () => {
    const { owner } = world().people;
    await set("owner", world().projectId, null, "muted", null);
    await as("owner", "select public.judge_lead($1, $2)", world().leadId, { heat: "hot" });
    expect(await ask("select distinct actor_id from public.notifications")).toEqual([{ actor_id: owner }]);
    await ask("select private.erase_user($1)", owner);
    expect(await ask("select from public.notification_subscriptions")).toEqual([]);
    expect(await ask("select distinct actor_id from public.notifications")).toEqual([{ actor_id: null }]);
  });

  it("goes with the lead", async () => {
    await set("owner", world().projectId, world().leadId, "muted", null);
    await ask("delete from public.leads where id = $1", world().leadId);
    expect(await ask("select from public.notification_subscriptions")).toEqual([]);
  });
});
