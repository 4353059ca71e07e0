import { expect, it } from "vitest";
import { layersOf, rowOf } from "./layers";

const row = (projectId: string | null, version: number) => ({ projectId, overrides: { version }, version });
const rows = [row("p2", 3), row("p1", 2), row(null, 1)];

it("a project is seen under its own row upon the one for all projects, never under another project's", () => {
  expect(layersOf(rows, "p1")).toMatchObject([
    { name: "user", version: 1 },
    { name: "project", version: 2 },
  ]);
  expect(layersOf(rows, null)).toMatchObject([{ name: "user", version: 1 }]);
});

it("a row that does not exist has no overrides and version 0", () => {
  expect(rowOf(rows, "p9")).toEqual({ projectId: "p9", overrides: {}, version: 0 });
});
