import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beside, projects } from "./beside";
import { majorsOfThisRun, startBench, type Bench } from "./setup-database";

describe.each(majorsOfThisRun)("on PostgreSQL %s, beside a business", (major) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await startBench(major)));
  afterAll(() => bench.close());

  describe("with clients and projects", () => {
    const act = beside("with clients and projects", () => bench);

    it("the owner that a project names sees it under the name and client of its own columns; others see nothing", () =>
      act(async ({ ask, become }, { person, project, client }, stranger) => {
        await become(person);
        expect(await ask(projects)).toEqual([
          {
            p: { id: project, name: "SPRING", client_id: client, client_name: "Acme", role: "admin" },
          },
        ]);
        await become(stranger);
        expect(await ask(projects)).toEqual([]);
        for (const port of ["tenant_clients", "tenant_projects", "tenant_members", "tenant_client_members"])
          expect(await ask(`select from private.${port}`)).toEqual([]);
      }));

    it("a project that names no client is shown as a client of its own", () =>
      act(async ({ ask, become }, _, stranger) => {
        const [nameless] = await ask("select id from public.projects where title is null");
        const id = String(nameless?.id);
        await ask(
          "insert into public.project_members (project_id, user_id, role) values ($1, $2, 'viewer')",
          id,
          stranger,
        );
        await become(stranger);
        const name = `Project ${id.slice(0, 8)}`;
        expect(await ask(projects)).toEqual([
          { p: { id, name, client_id: id, client_name: name, role: "viewer" } },
        ]);
      }));

    it("a member has leads, settings and a new owner's project until the project goes", () =>
      act(async ({ ask, become, leave }, { person, project }, stranger) => {
        await ask("insert into public.leads (project_id, name) values ($1, 'Dana')", project);
        await ask("update public.projects set owner_id = $2 where id = $1", project, stranger);
        await become(person);
        expect(await ask(projects)).toEqual([]);
        await become(stranger);
        expect(await ask("select public.get_leads($1) #>> '{leads,0,name}' as name", project)).toEqual([
          { name: "Dana" },
        ]);
        await ask(
          "select public.patch_dashboard_settings(jsonb_build_object('project_id', $1::uuid), '{\"widget_visibility\": {\"metrics\": false}}', gen_random_uuid())",
          project,
        );
        await leave();
        await ask("delete from public.invoices");
        await ask("delete from public.projects where id = $1", project);
        expect(
          await ask("select from public.leads union all select from public.user_dashboard_settings"),
        ).toEqual([]);
        expect(await ask("select * from private.faults")).toEqual([]);
      }));

    it("whose clients need more than a name, making a workspace is refused and says why", () =>
      act(async ({ ask, become }, _, stranger) => {
        await become(stranger);
        await expect(ask("select public.create_workspace('New', 'First')")).rejects.toMatchObject({
          code: "PT403",
          message: "This business makes its clients and projects elsewhere.",
          detail: expect.stringContaining("seats"),
        });
      }));
  });

  describe("with projects alone", () => {
    const act = beside("with projects alone", () => bench);

    it("its projects are clients of their own, that of a new workspace, too", () =>
      act(async ({ ask, become }, { person, project }, stranger) => {
        const shown = {
          id: project,
          name: "Spring",
          client_id: project,
          client_name: "Spring",
          role: "admin",
        };
        await become(person);
        expect(await ask(projects)).toEqual([{ p: shown }]);
        await become(stranger);
        const [made] = await ask("select public.create_workspace('New', 'First') ->> 'project_id' as id");
        const id = made?.id;
        const [seen] = await ask(projects);
        expect(seen?.p).toEqual({ id, name: "First", client_id: id, client_name: "First", role: "admin" });
      }));
  });

  describe.each(["with leads as well", "with tables under all our names"])("%s", (name) => {
    const act = beside(name, () => bench);

    it("a workspace is a plain row in each of its tables, and its maker sees it", () =>
      act(async ({ ask, become }, _, stranger) => {
        await become(stranger);
        await ask("select public.create_workspace('New', 'First')");
        const [seen] = await ask(projects);
        expect(seen?.p).toMatchObject({ name: "First", client_name: "New", role: "admin" });
      }));
  });
});
