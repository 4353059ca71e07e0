// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ok } from "@/lib/result";
import { PaletteProvider } from "./palette-provider";

const { code, openTarget } = vi.hoisted(() => {
  let arrive = () => {};
  const here = new Promise<void>((resolve) => (arrive = resolve));
  return { code: { here, arrive }, openTarget: vi.fn() };
});
vi.mock("./use-quick-keys", () => ({
  useSingleKeys: () => ({ help: true, twoKeys: true }),
  useQuickKeyTarget: () => openTarget,
}));
vi.mock("./palette-dialogs", async () => {
  await code.here;
  return {
    PaletteDialogs: ({ open, query }: { open: string | null; query: string }) => (
      <output>{`${open}: ${query}`}</output>
    ),
  };
});

beforeEach(() => openTarget.mockClear());
afterEach(cleanup);

it("letters that are typed before the palette's code has arrived are its query, and nothing else", async () => {
  const ofThePage = vi.fn();
  const leads = { judge: async () => ok({}), takeBack: async () => ok({}) };
  render(
    <PaletteProvider leads={leads}>
      <button onKeyDown={({ key }) => ofThePage(key)}>Refresh</button>
    </PaletteProvider>,
  );
  const button = screen.getByRole("button");
  /** Whether the page still gets the key. */
  const press = (key: string, more = {}) => fireEvent.keyDown(button, { key, ...more });
  press("k", { ctrlKey: true });
  for (const key of ["g", "d", "x", "Backspace", "?", " ", "ש"]) expect(press(key), key).toBe(false);
  expect(press("Enter")).toBe(false);
  expect(press("F5")).toBe(true);
  await act(async () => code.arrive());
  expect(await screen.findByText("palette: gd? ש")).toBeTruthy();
  expect(ofThePage.mock.calls).toEqual([["k"], ["F5"]]);
  expect(openTarget).not.toHaveBeenCalled();

  // Escape takes it back, and the next palette begins empty.
  press("Escape");
  expect(await screen.findByText("null: gd? ש")).toBeTruthy();
  press("k", { ctrlKey: true });
  expect(await screen.findByText("palette:")).toBeTruthy();
});
