import { beforeEach, expect, it, vi } from "vitest";
import { failureOf } from "@/lib/supabase/refusal";
import { personClient } from "@/lib/supabase/session";
import { fakeDatabase, fakeFunctions, refusing } from "@/lib/testing/fake-functions";
import { readTeamTimes } from "./store";

const database = fakeFunctions();
vi.stubGlobal("fetch", database.fetch);
for (const [name, value] of Object.entries(fakeDatabase)) vi.stubEnv(name, value);
beforeEach(database.forget);

const [since, until] = ["2026-12-02T00:00:00Z", "2026-12-03T00:00:00Z"];
const lead = "3f2b8c1e-9d4a-4e7f-8a6b-0c1d2e3f4a5b";
const read = () => readTeamTimes(personClient("token", 1_000), lead, since, until);
const colleague = { id: lead, name: null, me: false, calendar: true, busy: [] };

it("a day of colleagues is asked for by the lead and both ends; a colleague without a name is one", async () => {
  database.answer("get_team_times", { body: [colleague] });
  expect(await read()).toEqual([colleague]);
  expect(database.asked).toEqual([{ name: "get_team_times", given: { lead_id: lead, since, until } }]);
});

it("a lead that is not there is refused as such, and what is no stretch is shown to nobody", async () => {
  database.answer("get_team_times", refusing(404, "lead_id"));
  expect(failureOf(await read().catch((thrown: unknown) => thrown))).toMatchObject({
    code: "not_found",
    path: "lead_id",
  });
  database.answer("get_team_times", { body: [{ ...colleague, busy: [{ starts_at: since }] }] });
  await expect(read()).rejects.toThrow();
});
