import { expect, it } from "vitest";
import {
  isAscending,
  leadsAddress,
  listWithProject,
  orderAfter,
  readQuery,
  sortOf,
  type LeadQuery,
} from "@/lib/leads/query";
import { leadOrders, leadSorts } from "@/lib/vocabulary/lead-list";

const project = "0a7e0000-0002-4000-8000-000000000001";
const all: LeadQuery = { heat: null, filter: null, search: null, order: "-activity" };
const read = (address: string) => readQuery(Object.fromEntries(new URL(address, "http://x").searchParams));

it("what a list shows stands in its address, and nothing that is usual", () => {
  expect(leadsAddress(project, all)).toBe(`/leads?project=${project}`);
  const narrow: LeadQuery = { ...all, heat: "hot", search: 'דנה & "Co"', order: "name" };
  expect(read(leadsAddress(project, narrow, "somewhere"))).toEqual(narrow);
  expect(read(leadsAddress(project, all))).toEqual(all);
});

it("a list without a project is that of a project, as it was asked for; every other address stays", () => {
  expect(listWithProject("/leads", project)).toBe(`/leads?project=${project}`);
  expect(listWithProject("/leads?project=&heat=cold&sort=name", project)).toBe(
    `/leads?project=${project}&heat=cold&sort=name`,
  );
  const others = [`/leads?project=${project}`, "/leads/1", "/dashboard", ""];
  for (const address of others) expect(listWithProject(address, project)).toBeNull();
});

it("an address that asks for nonsense asks for everything", () => {
  expect(readQuery({ heat: "tepid", sort: "shoe size", q: "   " })).toEqual(all);
  expect(readQuery({ heat: ["hot", "cold"], q: ["a"] })).toEqual(all);
  expect(readQuery({ q: "x".repeat(500) }).search).toHaveLength(100);
});

it("a press on a column sorts by it, a second one turns it round, and each order has one column", () => {
  expect(orderAfter("-activity", "name")).toBe("name");
  expect(orderAfter("name", "name")).toBe("-name");
  expect(orderAfter("-name", "value")).toBe("-value");
  for (const order of leadOrders) expect(orderAfter(order, sortOf(order))).not.toBe(order);
  expect(new Set(leadOrders.map(sortOf))).toEqual(new Set(leadSorts));
  expect(leadOrders.filter(isAscending)).toHaveLength(leadSorts.length);
});
