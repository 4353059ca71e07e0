import fc from "fast-check";
import { expect, it } from "vitest";
import { inAppPath, leadOfPath } from "./in-app-path";

const lead = "7a1c6ad8-7d8b-4f0c-9f3e-0d3a4b5c6d7e";

it("keeps a path of the app as it is", () => {
  expect(inAppPath(`/leads/${lead}?from=bell#bant`)).toBe(`/leads/${lead}?from=bell#bant`);
  expect(inAppPath("/")).toBe("/");
});

it.each([
  null,
  "",
  "leads/1",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/leads\\..\\..\\evil",
  "/\t/evil.test",
  "/\n/evil.test",
  "/.//evil.test",
  "/x/..//evil.test",
  "https://evil.test/leads",
  "javascript:alert(1)",
  " /leads",
  "/leads/\u202e1",
])("refuses %j", (url) => {
  expect(inAppPath(url)).toBeNull();
});

it("never answers an address that leads a browser out of the app", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "@",
    ":",
    "evil.test",
    "https:",
    "\t",
    "?",
    "#",
    "a",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.string(), (pieces, rest) => {
      const path = inAppPath(`/${pieces.join("")}${rest}`);
      if (path !== null) expect(new URL(path, "https://app.test").host).toBe("app.test");
    }),
  );
});

it("knows the lead a link leads to", () => {
  expect(leadOfPath(`/leads/${lead}`)).toBe(lead);
  for (const path of [null, "/leads", "/leads/new", `/leads/${lead}/edit`, `/x/leads/${lead}`])
    expect(leadOfPath(path)).toBeNull();
});
