import { expect, it } from "vitest";
import { openedProject } from "./opened-project";

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
