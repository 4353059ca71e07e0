import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beside } from "./beside";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside a business", (major) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await startBench(major)));
  afterAll(() => bench.close());

  describe.each(["with leads as well", "with tables under all our names"])("%s", (name) => {
    const act = beside(name, () => bench);
    const judge = `select public.judge_lead($1, '{"heat": "burning", "status": "won"}') as judged`;

    it("nobody judges a lead of a project that they are not in", () =>
      act(async ({ ask, become }, { lead }, stranger) => {
        await become(stranger);
        expect(await ask("select from private.lead_facts")).toEqual([]);
        await expect(ask(judge, lead)).rejects.toMatchObject({ code: "PT404" });
      }));

    it("what a person judges about a lead is kept beside it, not told to them, and leaves its row alone", () =>
      act(async ({ ask, become, leave }, { person, project, lead }) => {
        const row = await ask("select * from public.leads where id = $1", lead);
        await become(person);
        const [answer] = await ask(judge, lead);
        expect(answer?.judged).toMatchObject({ heat: "burning", status: "won" });
        const [shown] = await ask("select public.get_lead($1) as lead", lead);
        expect(shown?.lead).toMatchObject({ heat: "burning", status: "won", project_id: project });
        expect(await ask("select from public.notifications")).toEqual([]);
        await leave();
        expect(await ask("select * from public.leads where id = $1", lead)).toEqual(row);
        await ask("delete from public.leads where id = $1", lead);
        expect(await ask("select from private.lead_judgements")).toEqual([]);
        expect(await ask("select from public.notifications where lead_id is not null")).toEqual([]);
      }));
  });

  describe("with tables under all our names", () => {
    const act = beside("with tables under all our names", () => bench);

    it("the words of its leads are read as ours where they are, and say the default where not", () =>
      act(async ({ ask }, { lead, project }) => {
        const facts = await ask(
          `select id = $1 as is_it, project_id, name, channel, heat, status, bant_need, bant_budget, value
           from private.lead_facts order by value desc`,
          lead,
        );
        const none = { project_id: project, bant_budget: false };
        expect(facts).toEqual([
          {
            ...none,
            is_it: true,
            name: "Dana",
            channel: "google",
            heat: "hot",
            status: "qualified",
            bant_need: true,
            value: "1234.50",
          },
          {
            ...none,
            is_it: false,
            name: expect.stringMatching(/^Lead [0-9a-f]{8}$/),
            channel: "web",
            heat: "cold",
            status: "open",
            bant_need: false,
            value: "0.00",
          },
        ]);
        // Without a sequence nobody is invited.
        expect(await ask("select lead_id, project_id, status, sequence from private.lead_meetings")).toEqual([
          { lead_id: lead, project_id: project, status: "canceled", sequence: null },
        ]);
        expect(await ask("select from private.lead_messages")).toEqual([]);
      }));

    it("one of many leads is found by its key, those of a project by its index, and nothing is called for a row", () =>
      act(async ({ ask, become }, { person, project, lead }) => {
        await ask("insert into public.projects (label) select 'Other' from generate_series(1, 100)");
        await ask(
          "insert into public.leads (campaign) select p.id from public.projects p, generate_series(1, 50) where p.id <> $1",
          project,
        );
        await ask("analyze public.leads");
        await become(person);
        for (const [condition, value, index] of [
          ["id = $1", lead, "leads_pkey"],
          ["project_id = $1", project, "leads_of_campaign"],
        ]) {
          const lines = await ask(
            `explain (verbose, costs off) select * from private.lead_facts where ${condition}`,
            value,
          );
          const plan = lines.map((line) => line["QUERY PLAN"]).join("\n");
          expect(plan).toMatch(new RegExp(`(using|Index Scan on) ${index}\\b`));
          expect(new Set(plan.match(/private\.\w+\(/g))).toEqual(new Set(["private.my_project_ids("]));
        }
      }));

    it("its members are those with an account, in our roles", () =>
      act(async ({ ask }, { person, project, client }) => {
        expect(await ask("select * from private.tenant_members")).toEqual([
          { project_id: project, user_id: person, role: "member" },
        ]);
        expect(await ask("select * from private.tenant_client_members")).toEqual([
          { client_id: client, user_id: person, role: "member" },
        ]);
      }));

    it("a change of one of its leads is told once and written down; a change that we do not read is not", () =>
      act(async ({ ask }, { lead, person }) => {
        await ask("update public.leads set heat = 'Burning' where id = $1", lead);
        await ask("update public.leads set source = 'web' where id = $1", lead);
        expect(await ask("select user_id, params ->> 'to' as heat from public.notifications")).toEqual([
          { user_id: person, heat: "burning" },
        ]);
        expect(await ask("select kind, before, after from private.lead_history")).toEqual([
          { kind: "heat", before: "hot", after: "burning" },
        ]);
        expect(await ask("select * from private.faults")).toEqual([]);
      }));

    it("a fault of ours fails no statement of theirs and is noted", () =>
      act(async ({ ask }, { lead }) => {
        await ask("alter table public.notifications add check (category <> 'heatProgressions')");
        await ask("update public.leads set heat = 'Burning' where id = $1", lead);
        expect(await ask("select about from private.faults")).toEqual([{ about: "leads" }]);
      }));
  });
});
