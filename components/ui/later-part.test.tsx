// @vitest-environment jsdom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { laterPart } from "./later-part";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it("a page stands without a part that cannot be fetched, and gets it when the network is back", async () => {
  const load = vi.fn<() => Promise<(props: { name: string }) => string>>();
  load.mockRejectedValueOnce(new Error("no network"));
  load.mockResolvedValue(({ name }) => `the part of ${name}`);
  const Part = laterPart(load, () => "to come");
  render(
    <p>
      page, <Part name="Ada" />
    </p>,
  );
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(load).toHaveBeenCalledOnce();
  expect(screen.getByText("page, to come")).toBeTruthy();
  window.dispatchEvent(new Event("online"));
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(screen.getByText("page, the part of Ada")).toBeTruthy();
});
