import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const directive = (policy: string, name: string) =>
  policy.split("; ").find((entry) => entry.startsWith(`${name} `)) ?? "";

it("lets scripts run by nonce alone", () => {
  const scripts = directive(contentSecurityPolicy("abc", null), "script-src");
  expect(scripts).toContain("'nonce-abc'");
  expect(scripts).toContain("'strict-dynamic'");
  expect(scripts).not.toContain("unsafe");
});

it("lets the page reach its platform by HTTP and by socket, and nothing else", () => {
  const policy = contentSecurityPolicy("abc", "https://abc.supabase.co");
  expect(directive(policy, "connect-src")).toBe(
    "connect-src 'self' https://abc.supabase.co wss://abc.supabase.co",
  );
  expect(directive(contentSecurityPolicy("abc", null), "connect-src")).toBe("connect-src 'self'");
});
