import { expect, it } from "vitest";
import { isVisit, openedProject } from "./opened-project";

const id = "5f0c2a4e-0b63-4a56-9d0f-0a4f8a1c7b21";
const opened = (address: string) => openedProject(new URL(address, "http://app.invalid"));

it("reads the project from the dashboard's address and from the query", () => {
  expect(opened(`/dashboard/${id}`)).toBe(id);
  expect(opened(`/leads?project=${id.toUpperCase()}`)).toBe(id);
});

it("takes only ids, so that no link can put other text into the cookie", () => {
  for (const address of ["/", "/dashboard", "/dashboard/x", "/leads?project=1;path=/", `/leads/${id}`])
    expect(opened(address), address).toBeNull();
});

const request = (path: string, init: RequestInit = {}) => new Request(`https://app.test${path}`, init);
const page = "/dashboard/0a7e0000-0002-4000-8000-000000000001";

it("a person goes to a page by a document or by a link", () => {
  expect(isVisit(request(page))).toBe(true);
  expect(isVisit(request(page, { headers: { rsc: "1" } }))).toBe(true);
  expect(isVisit(request("/leads?project=0a7e0000-0002-4000-8000-000000000001"))).toBe(true);
});

it.each([
  ["a prefetch of the router", request(page, { headers: { "next-router-prefetch": "1" } })],
  ["a prefetch of the browser", request(page, { headers: { "sec-purpose": "prefetch;prerender" } })],
  ["an action", request(page, { method: "POST" })],
  ["a read of a running page", request("/api/dashboard?project=0a7e0000-0002-4000-8000-000000000001")],
])("%s is nobody's way to a page: its late answer takes no one back", (_, asked) => {
  expect(isVisit(asked)).toBe(false);
});
