import { expect, it } from "vitest";
import type { Json } from "@/lib/settings/json";
import { readWorkspace } from "./workspace";

const project = { id: "p", name: "Harbour Solar", client_id: "c", client_name: "Northwind" };
const kept = { user: { name: "Olivia", email: "owner@demo.local" }, projects: [project], reached: ["push"] };

it("reads what this build keeps, and nothing beyond it", () => {
  const written = { ...kept, projects: [{ ...project, role: "admin" }], more: true };
  expect(readWorkspace(written)).toEqual(kept);
});

it("reads nothing from a record of another shape", () => {
  const damaged: Json[] = [
    null,
    "x",
    [],
    {},
    { ...kept, user: null },
    { ...kept, projects: {} },
    { ...kept, projects: [{ ...project, name: 1 }] },
    { ...kept, user: { name: "Olivia" } },
  ];
  for (const value of damaged) expect(readWorkspace(value), JSON.stringify(value)).toBeNull();
});
