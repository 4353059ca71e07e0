import { beforeEach, describe, expect, it, vi } from "vitest";
import { failureOf } from "@/lib/supabase/refusal";
import { personClient } from "@/lib/supabase/session";
import { fakeDatabase, fakeFunctions, refusing } from "@/lib/testing/fake-functions";
import { projectAppStore, readProjectApps } from "./store";

const database = fakeFunctions();
vi.stubGlobal("fetch", database.fetch);
for (const [name, value] of Object.entries(fakeDatabase)) vi.stubEnv(name, value);
beforeEach(database.forget);

const id = "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b";
const store = () => {
  const made = projectAppStore();
  if (!made) throw new Error("there is a secret key");
  return made;
};
const failed = async (deed: Promise<unknown>) => failureOf(await deed.catch((thrown: unknown) => thrown));

describe("the app of a project, for the server", () => {
  it("that is not there is null, and not a refusal", async () => {
    database.answer("find_project_app", { body: null });
    expect(await store().find("ann", id, "slack")).toBeNull();
    expect(database.asked).toEqual([
      { name: "find_project_app", given: { person: "ann", project: id, provider: "slack" } },
    ]);
  });

  it("is refused to whoever is no admin, whatever they ask", async () => {
    const names = ["keep", "find", "choose", "try", "remove"] as const;
    const functions = ["keep_project_app", "find_project_app", "choose_project_kinds", "try_project_app"];
    for (const name of [...functions, "remove_project_app"]) database.answer(name, refusing(403, "project"));
    const given = { account: { id: "", name: "" }, tokens: "", categories: [] };
    const deeds = {
      keep: () => store().keep("eve", id, "slack", given),
      find: () => store().find("eve", id, "slack"),
      choose: () => store().choose("eve", id, "slack", []),
      try: () => store().try("eve", id, "slack"),
      remove: () => store().remove("eve", id, "slack"),
    };
    for (const name of names)
      expect(await failed(deeds[name]()), name).toMatchObject({ code: "forbidden", path: "project" });
  });

  it("without a column that opens it cannot be used", async () => {
    database.answer("find_project_app", { body: { id, project_id: id, provider: "slack" } });
    await expect(store().find("ann", id, "slack")).rejects.toThrow();
  });
});

it("what people see names the project as the rest of the app does", async () => {
  const app = { id, provider: "slack", project_id: id, project: "Main", name: "Sales", who: null };
  const shown = { mine: false, leads: true, problem: null, categories: null, posts: [] };
  database.answer("get_project_apps", { body: { leads: [id], apps: [{ ...app, ...shown }] } });
  const { leads, apps } = await readProjectApps(personClient("token", 1_000));
  expect(leads).toEqual([id]);
  expect(apps).toEqual([
    { id, provider: "slack", projectId: id, project: "Main", name: "Sales", who: null, ...shown },
  ]);
});
