import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("nextPath", () => {
  it("keeps an address within the app, with its query", () => {
    for (const path of ["/", "/leads/1", "/settings/dashboard?project=a&b=c"])
      expect(nextPath(path)).toBe(path);
  });
  it("refuses every way out of the app", () => {
    const outside = [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
      " /dashboard",
      "",
    ];
    for (const path of outside) expect(nextPath(path), JSON.stringify(path)).toBeNull();
  });
  it("refuses the account pages and the API: signing in must not lead back to signing in", () => {
    for (const path of ["/sign-in", "/sign-in?next=/x", "/callback", "/api/health"])
      expect(nextPath(path)).toBeNull();
  });
  it("keeps a page whose name only begins like an account page", () => {
    expect(nextPath("/reset-history")).toBe("/reset-history");
  });
});
