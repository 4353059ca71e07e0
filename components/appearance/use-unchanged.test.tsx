// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useUnchanged } from "./use-unchanged";

it("gives the same object for the same values, and another one as soon as one of them differs", () => {
  const { result, rerender } = renderHook(({ value }) => useUnchanged(value), {
    initialProps: { value: { theme: "dark", deep: { zone: "UTC" } } },
  });
  const first = result.current;
  rerender({ value: { theme: "dark", deep: { zone: "UTC" } } });
  expect(result.current).toBe(first);
  const other = { theme: "dark", deep: { zone: "Asia/Jerusalem" } };
  rerender({ value: other });
  expect(result.current).toBe(other);
  rerender({ value: structuredClone(other) });
  expect(result.current).toBe(other);
});
