// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ComponentType } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { usePopup, type Popup } from "./use-popup";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Part = ComponentType<{ popup: Popup }>;
const List: Part = ({ popup }) => (popup.open ? <p id={popup.id}>the list</p> : null);

function show(load: () => Promise<Part>) {
  const Page = () => {
    const { Part, popup, button } = usePopup("menu", load);
    return (
      <>
        <button {...button}>Open</button>
        {Part && <Part popup={popup} />}
      </>
    );
  };
  render(<Page />);
  return screen.getByRole("button");
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("opens with the code that came while the page stood, behind the very button that stood there before", async () => {
  const button = show(async () => List);
  button.focus();
  await pass(300);
  expect(screen.queryByText("the list")).toBeNull();
  fireEvent.click(button);
  expect(button.getAttribute("aria-controls")).toBe(screen.getByText("the list").id);
  expect(screen.getByRole("button", { expanded: true })).toBe(button);
  expect(document.activeElement).toBe(button);
});

it("a press before the code has come opens when it has", async () => {
  const button = show(() => new Promise((resolve) => setTimeout(() => resolve(List), 100)));
  fireEvent.keyDown(button, { key: "ArrowDown" });
  expect(screen.queryByText("the list")).toBeNull();
  await pass(100);
  expect(screen.getByText("the list")).toBeTruthy();
});

it("what could not be fetched for a press does not open by surprise when it can", async () => {
  const load = vi.fn<() => Promise<Part>>().mockResolvedValue(List);
  for (let refused = 0; refused < 2; refused += 1) load.mockRejectedValueOnce(new Error("no network"));
  const button = show(load);
  fireEvent.click(button);
  await pass(0);
  expect(button.getAttribute("aria-expanded")).toBe("false");
  window.dispatchEvent(new Event("online"));
  await pass(0);
  expect(load).toHaveBeenCalledTimes(3);
  expect(screen.queryByText("the list")).toBeNull();
});
