import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";

const wasHot = { heat: "hot", status: "open" };

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, news of a lead", (major) => {
  const { ask, as, makeLead, told, titles, later, world } = useTelling(major);

  it.each([
    ["heat = 'warm'", "lead.heat", "heatProgressions", "Dana is now warm"],
    ["heat = 'burning'", "heat.milestone", "heatProgressions", "Dana is now burning"],
    ["bant_need = true", "bant.completed", "bantQualifications", "The need is known of Dana"],
    ["status = 'qualified'", "lead.qualified", "bantQualifications", "Dana is qualified"],
    ["status = 'won'", "lead.won", "leadUpdates", "Dana is won"],
  ])("%s is told once to each member of the project, as %s", async (set, kind, category, title) => {
    const lead = await makeLead();
    await ask(`update public.leads set ${set} where id = $1`, lead);
    await ask("update public.leads set company = 'Acme' where id = $1", lead);
    for (const who of ["owner", "member", "viewer"] as const)
      expect(await told(who)).toMatchObject([
        { category, title, kept_away: null, actor_id: null, params: { kind, lead_id: lead, changes: 1 } },
      ]);
    for (const who of ["exMember", "stranger"] as const) expect(await told(who)).toEqual([]);
  });

  it("is not told to who did it, and names them to the others", async () => {
    const lead = await makeLead();
    await as("member", "select public.judge_lead($1, $2)", lead, { heat: "burning", bant_budget: true });
    expect(await told("member")).toEqual([]);
    for (const who of ["owner", "viewer"] as const)
      expect(await told(who)).toMatchObject([{ actor_id: world().people.member, params: { changes: 2 } }]);
  });

  it("of two people at work is one line for each, of what the other did last, and none of one's own for whoever came late", async () => {
    const lead = await makeLead();
    const judge = (who: "owner" | "member", judgement: object) =>
      as(who, "select public.judge_lead($1, $2)", lead, judgement);
    await judge("member", { bant_budget: true });
    await judge("member", { bant_need: true });
    await judge("member", { heat: "hot" });
    expect(await told("member")).toEqual([]);
    await judge("owner", { heat: "burning" });
    await judge("owner", { status: "qualified" });
    expect(await told("owner")).toMatchObject([
      {
        actor_id: world().people.member,
        params: { kind: "bant.completed", mark: "several", to: "hot", changes: 3 },
      },
    ]);
    expect(await told("member")).toMatchObject([
      {
        actor_id: world().people.owner,
        params: { kind: "lead.qualified", from: "hot", to: "burning", changes: 2 },
      },
    ]);
    expect(await told("viewer")).toMatchObject([{ params: { kind: "lead.qualified", changes: 5 } }]);
  });

  it("of a judgement that was taken back at once is no line for anybody", async () => {
    const lead = await makeLead();
    await as("member", "select public.judge_lead($1, $2)", lead, { heat: "hot" });
    await as("member", "select public.judge_lead($1, $2, $3)", lead, { heat: "cold" }, { heat: "hot" });
    for (const who of ["owner", "member", "viewer"] as const) expect(await titles(who)).toEqual([]);
  });

  it("a new lead is told, and one that came to be long ago and is brought in now is not", async () => {
    await makeLead("hot", "Imported");
    await ask(
      "insert into public.leads (project_id, name, heat) values ($1, 'Noa', 'burning')",
      world().projectId,
    );
    expect(await told("owner")).toMatchObject([
      { title: "New lead: Noa", message: "The lead is burning.", category: "leadUpdates" },
    ]);
  });

  it("all of one statement is one line a lead, of the kind that matters most", async () => {
    const [one, other] = [await makeLead("cold", "One"), await makeLead("warm", "Other")];
    await ask(
      "update public.leads set heat = 'hot', bant_budget = true, bant_need = true where id = any ($1)",
      [one, other],
    );
    expect((await told("owner")).map(({ title, message }) => `${title}. ${message}`).sort()).toEqual([
      "More is known of One. 2 of 4 BANT categories are known. 3 changes.",
      "More is known of Other. 2 of 4 BANT categories are known. 3 changes.",
    ]);
  });

  it("within ten minutes is one line, told anew with the number of changes, whatever their kinds", async () => {
    const lead = await makeLead();
    await ask("update public.leads set bant_budget = true where id = $1", lead);
    await ask("update public.leads set heat = 'hot' where id = $1", lead);
    await later("9 minutes 59 seconds");
    await ask("update public.leads set heat = 'burning' where id = $1", lead);
    const [line, ...more] = await told("owner");
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      title: "Dana is now burning",
      message: "Heat went from cold to burning. 3 changes.",
    });
    expect((await told("owner", true)).map(({ collapsed_at }) => collapsed_at !== null)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("after ten minutes is a line of its own", async () => {
    const lead = await makeLead();
    await ask("update public.leads set heat = 'warm' where id = $1", lead);
    await later("10 minutes");
    await ask("update public.leads set heat = 'hot' where id = $1", lead);
    expect((await told("owner")).map(({ message }) => message)).toEqual([
      "Heat went from warm to hot.",
      "Heat went from cold to warm.",
    ]);
  });

  it.each([
    ["read", "read_at = now()"],
    ["archived", "archived_at = now()"],
    ["put off", "snoozed_until = now() + interval '1 hour'"],
  ])("stays beside a line that was %s", async (_, set) => {
    const lead = await makeLead();
    await ask("update public.leads set heat = 'warm' where id = $1", lead);
    await ask(`update public.notifications set ${set} where user_id = $1`, world().people.owner);
    await ask("update public.leads set heat = 'hot' where id = $1", lead);
    expect((await told("owner")).map(({ message }) => message)).toEqual([
      "Heat went from warm to hot.",
      "Heat went from cold to warm.",
    ]);
    expect((await told("member")).map(({ message }) => message)).toEqual([
      "Heat went from cold to hot. 2 changes.",
    ]);
  });

  it("has no line when the lead is back where it was", async () => {
    const lead = await makeLead();
    await ask("update public.leads set heat = 'hot', bant_need = true where id = $1", lead);
    await ask("update public.leads set heat = 'cold', bant_need = false where id = $1", lead);
    expect(await titles("owner")).toEqual([]);
  });

  it("does not say what is no longer so", async () => {
    const lead = await makeLead();
    await ask("update public.leads set status = 'won', heat = 'warm' where id = $1", lead);
    await ask("update public.leads set status = 'open' where id = $1", lead);
    expect(await titles("owner")).toEqual(["Dana is now warm"]);
  });

  it("of a lead that is new stays the news that it is there, unless something matters more", async () => {
    const [made] = await ask<{ id: string }>(
      "insert into public.leads (project_id, name) values ($1, 'Noa') returning id",
      world().projectId,
    );
    await ask("update public.leads set heat = 'warm' where id = $1", made?.id);
    expect(await titles("owner")).toEqual(["New lead: Noa"]);
    await ask("update public.leads set status = 'qualified' where id = $1", made?.id);
    expect((await told("owner")).map(({ title, message }) => `${title}. ${message}`)).toEqual([
      "Noa is qualified. The lead is warm. 3 changes.",
    ]);
  });

  it("says where the lead stood before the first of its changes, to each person what they have not read", async () => {
    const lead = await makeLead("hot");
    await ask("update public.leads set heat = 'burning', status = 'qualified' where id = $1", lead);
    expect((await told("owner"))[0]?.params).toMatchObject({ from: "hot", to: "burning", was: wasHot });
  });

  it("is numbered without a hole, and expires", async () => {
    const leads = [
      await makeLead("cold", "One"),
      await makeLead("cold", "Two"),
      await makeLead("cold", "Three"),
    ];
    const [before] = await ask<{ last_seq: string }>(
      "select last_seq from private.notification_counters where user_id = $1",
      world().people.owner,
    );
    await ask("update public.leads set heat = 'warm' where id = any ($1)", leads);
    const rows = await told("owner");
    const first = Number(before?.last_seq ?? 0);
    expect(rows.map(({ seq }) => Number(seq) - first)).toEqual([3, 2, 1]);
    const [end] = await ask<{ days: number }>(
      "select extract(day from expires_at - occurred_at)::integer as days from public.notifications limit 1",
    );
    expect(end?.days).toBe(30);
  });
});
