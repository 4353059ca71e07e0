import { beforeEach, expect, it, vi } from "vitest";

let siteUrl: string | undefined;
let sent: Record<string, string>;

vi.mock("@/lib/env", () => ({ serverEnv: () => ({ siteUrl }) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(sent) }));

const { originOf } = await import("./origin");

beforeEach(() => {
  siteUrl = undefined;
  sent = {};
});

it("lets no header move a mail's link away from the configured address", async () => {
  siteUrl = "https://settings.example";
  sent = { host: "evil.example", "x-forwarded-host": "evil.example" };
  expect(await originOf("/callback")).toBe("https://settings.example/callback");
});

it("without a configured address, uses the host of the request", async () => {
  sent = { host: "inner:3000", "x-forwarded-host": "app.example", "x-forwarded-proto": "https" };
  expect(await originOf("/callback")).toBe("https://app.example/callback");
});

it("behind several proxies, uses what the browser asked of the first", async () => {
  sent = {
    host: "inner:3000",
    "x-forwarded-host": "app.example, inner:3000",
    "x-forwarded-proto": "https, http",
  };
  expect(await originOf("/callback")).toBe("https://app.example/callback");
});
