import { expect, it, vi } from "vitest";
import type { LeadSummary } from "@/lib/leads/lead";
import type { LeadPage } from "@/lib/leads/page";
import { readQuery } from "@/lib/leads/query";
import { fail, ok, type Result } from "@/lib/result";
import { readAllLeads } from "./read-all";

const project = "0a7e0000-0002-4000-8000-000000000001";
const lead = (id: string): LeadSummary => ({
  id,
  project_id: project,
  name: id,
  company: null,
  channel: "web",
  heat: "hot",
  status: "open",
  value: 0,
  created_at: "2026-11-01T00:00:00.000Z",
  last_activity_at: "2026-11-01T00:00:00.000Z",
  owner: null,
  next_step: null,
  bant: { budget: false, authority: false, need: false, timeline: false },
});
const next = { at: "2026-11-01T00:00:00+00:00", id: project, key: "hot" };
const page = (ids: string[], more: boolean) =>
  ok<LeadPage>({ leads: ids.map(lead), next: more ? next : null });
const reader = (...pages: Result<LeadPage>[]) =>
  vi.fn(async (_address: string) => pages.shift() ?? fail("unavailable"));
const query = readQuery({ heat: "hot", q: "דנה" });

it("reads every page of the list as it is narrowed down, each lead once", async () => {
  const read = reader(page(["a", "b"], true), page(["b", "c"], false));
  const all = await readAllLeads(project, query, 100, read);
  expect(all).toMatchObject({ ok: true, value: { more: false } });
  expect(all.ok && all.value.leads.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  const asked = read.mock.calls.map(([address]) => new URL(address, "http://x").searchParams);
  expect(asked.map((each) => [each.get("heat"), each.get("q"), each.get("before")])).toEqual([
    ["hot", "דנה", null],
    ["hot", "דנה", `${next.at}_${next.id}_hot`],
  ]);
});

it("ends at its limit and says that there are more", async () => {
  const all = await readAllLeads(project, query, 3, reader(page(["a", "b"], true), page(["c", "d"], false)));
  expect(all).toMatchObject({ ok: true, value: { more: true } });
  expect(all.ok && all.value.leads).toHaveLength(3);
});

it("is nothing where a page could not be read: no file is made of a part", async () => {
  const all = await readAllLeads(project, query, 100, reader(page(["a"], true), fail("unavailable")));
  expect(all).toEqual(fail("unavailable"));
});
