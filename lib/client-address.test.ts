import { afterEach, expect, it, vi } from "vitest";
import { clientAddress } from "./client-address";

afterEach(() => vi.unstubAllEnvs());

const addressOf = (headers: Record<string, string>) => clientAddress(new Headers(headers));

it("believes the nearest proxy, and not what a browser wrote before it", () => {
  expect(addressOf({ "x-forwarded-for": "198.51.100.7" })).toBe("198.51.100.7");
  expect(addressOf({ "x-forwarded-for": "203.0.113.1, 198.51.100.7" })).toBe("198.51.100.7");
  expect(addressOf({ "x-forwarded-for": "2001:db8::7" })).toBe("2001:db8::7");
});

it("on Vercel, takes the header that no browser can set", () => {
  vi.stubEnv("VERCEL", "1");
  expect(addressOf({ "x-forwarded-for": "203.0.113.1", "x-real-ip": "198.51.100.7" })).toBe("198.51.100.7");
});

it("is null for what is no address", () => {
  for (const text of ["", "unknown", "198.51.100.7:4711", "198.51.100.7,"])
    expect(addressOf({ "x-forwarded-for": text }), text).toBeNull();
  expect(addressOf({})).toBeNull();
});
