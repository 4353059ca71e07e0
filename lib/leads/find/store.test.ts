import { beforeEach, expect, it, vi } from "vitest";
import { personClient } from "@/lib/supabase/session";
import { failureOf } from "@/lib/supabase/refusal";
import { fakeDatabase, fakeFunctions, refusing } from "@/lib/testing/fake-functions";
import { findLeads } from "./store";

const database = fakeFunctions();
vi.stubGlobal("fetch", database.fetch);
for (const [name, value] of Object.entries(fakeDatabase)) vi.stubEnv(name, value);
beforeEach(database.forget);

const find = () => findLeads(personClient("token", 1_000), "dana");
const dana = {
  id: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b",
  project_id: "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5c",
  name: "Dana",
  company: null,
  heat: "hot",
};

it("leads are found by one question to the database, in its order", async () => {
  database.answer("find_leads", { body: [dana, { ...dana, name: "Dan" }] });
  expect((await find()).map(({ name }) => name)).toEqual(["Dana", "Dan"]);
  expect(database.asked).toEqual([{ name: "find_leads", given: { search: "dana" } }]);
});

it("nobody is an answer; who asks too often is told so, and a lead that cannot be read is a fault of ours", async () => {
  database.answer("find_leads", { body: [] });
  expect(await find()).toEqual([]);
  database.answer("find_leads", refusing(429, "search"));
  expect(failureOf(await find().catch((thrown: unknown) => thrown))).toMatchObject({ code: "rate_limited" });
  database.answer("find_leads", { body: [{ ...dana, heat: "tepid" }] });
  expect(failureOf(await find().catch((thrown: unknown) => thrown))).toBeNull();
});
