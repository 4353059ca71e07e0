import { expect, it } from "vitest";
import { settingsPageList } from "@/lib/pages";
import { placeOf, returnAddress } from "./place";

const project = "0a7e0000-0002-4000-8000-000000000001";
const other = "0a7e0000-0002-4000-8000-000000000002";
const lead = "0a7e0000-0003-4000-8000-000000000001";

it("returns to every page as it was: its project, its lead, the filter of the leads", () => {
  const addresses = [
    `/dashboard/${project}`,
    `/leads?project=${project}`,
    `/leads?project=${project}&heat=hot`,
    `/leads/${lead}`,
    `/settings/dashboard?project=${project}`,
    ...settingsPageList.map(({ address }) => address),
  ];
  for (const address of addresses) expect(returnAddress(address, [project])).toBe(address);
});

it("returns to no address that leads out of the app, and to none that is not a page of it", () => {
  const strange = [
    "//evil.example/leads",
    "/\\evil.example",
    "/\t/evil.example/leads",
    "https://evil.example/leads",
  ];
  const others = [
    "",
    "/sign-in",
    "/welcome",
    "/api/settings",
    "/leads/a/b",
    "/dashboard/x",
    "/leads/x",
    "/leads",
  ];
  for (const path of [...strange, ...others]) expect(returnAddress(path, [project]), path).toBeNull();
});

it("returns to a page of a project only while the person is in that project", () => {
  expect(returnAddress(`/leads?project=${project}`, [other])).toBeNull();
  expect(returnAddress(`/settings/dashboard?project=${project}`, [])).toBeNull();
});

it("reads a filter from the list of leads alone", () => {
  expect(placeOf(`/leads?project=${project}&heat=hot`)?.heat).toBe("hot");
  expect(placeOf("/settings/activity?heat=hot")?.heat).toBeNull();
});
