import { expect, it } from "vitest";
import { dataOf, failureOf } from "./refusal";

const failing = (status: number, code: string, details: string | null = null) => {
  try {
    dataOf({ data: null, error: { code, message: "relation secret_table", details }, status });
  } catch (thrown) {
    return failureOf(thrown);
  }
  return "did not throw";
};

it("returns the data of an answer without an error", () => {
  expect(dataOf({ data: [1], error: null, status: 200 })).toEqual([1]);
});

it("maps each refusal by its status", () => {
  expect(failing(401, "PT401")).toMatchObject({ code: "unauthenticated" });
  expect(failing(422, "PT422")).toMatchObject({ code: "invalid" });
  expect(failing(429, "PT429")).toMatchObject({ code: "rate_limited" });
  expect(failing(403, "42501")).toMatchObject({ code: "forbidden" });
  expect(failing(500, "XX000")).toMatchObject({ code: "unavailable" });
  expect(failing(0, "")).toMatchObject({ code: "unavailable" });
});

it.each([
  ["a check", 400, "23514", "invalid"],
  ["a value that is no number", 400, "22P02", "invalid"],
  ["raise without a code", 400, "P0001", "invalid"],
  ["what PostgreSQL cannot do", 400, "0A000", "invalid"],
  ["a refusal of the product", 422, "PT422", "invalid"],
  ["a second row", 409, "23505", "conflict"],
  ["a row whose parent is gone", 409, "23503", "conflict"],
  ["an expired token", 401, "PGRST303", "unauthenticated"],
  ["a role that may not", 403, "28000", "forbidden"],
  ["too many requests, by the gateway", 429, "", "rate_limited"],
  ["a row that is not there", 406, "PGRST116", "not_found"],
  ["a project that is not there", 404, "PT404", "not_found"],
  ["a table that is not there yet", 404, "PGRST205", "unavailable"],
  ["a function that is not there yet", 404, "PGRST202", "unavailable"],
  ["a function that another lacks", 404, "42883", "unavailable"],
  ["a path that the gateway does not know", 404, "", "unavailable"],
  ["a schema that is not served", 406, "PGRST106", "unavailable"],
  ["a database that is read-only", 405, "25006", "unavailable"],
  ["a deadlock", 500, "40P01", "unavailable"],
  ["a statement that took too long", 500, "57014", "unavailable"],
  ["a database that is full", 503, "53100", "unavailable"],
  ["a database that cannot be reached", 503, "PGRST000", "unavailable"],
  ["a connection that none is free for", 504, "PGRST003", "unavailable"],
  ["a project that is paused", 540, "", "unavailable"],
])("%s (%i %s) is %s", (_what, status, code, failure) => {
  expect(failing(status, code)).toEqual({
    code: failure,
    ...(code.startsWith("PT") && { message: "relation secret_table" }),
  });
});

it("passes on the message of the product's own refusals and of no other", () => {
  expect(failing(400, "PT400", "widget_visibility.metrics")).toEqual({
    code: "invalid",
    message: "relation secret_table",
    path: "widget_visibility.metrics",
  });
  expect(failing(400, "42P01")).toEqual({ code: "invalid" });
});

it("does not mistake a bug for a refusal", () => {
  expect(failureOf(new TypeError("x is undefined"))).toBeNull();
});
