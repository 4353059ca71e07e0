import { afterEach, expect, it, vi } from "vitest";
import { describeError, log } from "./log";

afterEach(() => vi.restoreAllMocks());

it("never writes a value whose name is like a secret's, at any depth", () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);

  log.warn("refused", {
    user: "u1",
    request: { headers: [{ Authorization: "Bearer abc" }], access_token: "abc" },
  });

  const line = String(written.mock.calls[0]?.[0]);
  expect(line).not.toContain("abc");
  expect(JSON.parse(line)).toMatchObject({ level: "warn", event: "refused", user: "u1" });
});

it("keeps only name and message of an error", () => {
  const error = Object.assign(new Error("connection refused"), { request: "Bearer abc" });
  expect(describeError(error)).toEqual({ name: "Error", message: "connection refused" });
});
