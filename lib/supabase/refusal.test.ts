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
