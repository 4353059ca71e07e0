import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { seedFile, seedSql } from "@/scripts/seed-data";
import { seedProjects } from "@/scripts/seed/project";

const leads = seedProjects().flatMap((project) => project.leads);

test("supabase/seed.sql is what the generator writes", () => {
  expect(readFileSync(seedFile, "utf8")).toBe(seedSql());
});

test("no two leads share a name or an id", () => {
  expect(new Set(leads.map(({ name }) => name)).size).toBe(leads.length);
  expect(new Set(leads.map(({ id }) => id)).size).toBe(leads.length);
});

test("a lead's state follows from its history, and no event is before its creation or after today began", () => {
  for (const lead of leads) {
    const heat = lead.events.filter(({ kind }) => kind === "heat");
    expect(heat.at(-1)?.after ?? "cold").toBe(lead.heat);
    heat.forEach(({ before }, index) => expect(before).toBe(heat[index - 1]?.after ?? "cold"));
    const times = lead.events.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(Math.min(...times)).toBe(lead.created);
    expect(Math.max(...times)).toBeLessThan(0);
    const known = lead.events.filter(({ kind }) => kind === "bant").length;
    expect(known).toBe(Object.values(lead.bant).filter(Boolean).length);
  }
});

test("leads go back 100 to 120 days, with names in three scripts", () => {
  expect(Math.min(...leads.map(({ created }) => created))).toBeGreaterThan(-120 * 1440);
  expect(Math.min(...leads.map(({ created }) => created))).toBeLessThan(-100 * 1440);
  for (const script of [/\p{Script=Latin}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u]) {
    expect(leads.filter(({ name }) => script.test(name)).length).toBeGreaterThan(20);
  }
});
