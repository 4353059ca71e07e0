// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useRef, useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leaveBy } from "@/components/ui/leaving";
import en from "@/messages/en.json";
import { LeaveGuard } from "./leave-guard";
// The page fetches it later; here it is at hand.
import "./leave-dialog";

const followed = vi.fn();
const isWrong = vi.fn(() => false);

function Page() {
  const [edited, edit] = useState(true);
  const wrong = useRef<HTMLInputElement>(null);
  async function save() {
    if (isWrong()) {
      wrong.current?.focus();
      return false;
    }
    edit(false);
    return true;
  }
  const press = (event: React.MouseEvent) => {
    event.preventDefault();
    followed();
  };
  return (
    <>
      <a href="/away" onClick={press}>
        Away
      </a>
      <a href="#below" onClick={press}>
        Below
      </a>
      <input ref={wrong} aria-label="Wrong" />
      <output>{edited ? "edited" : "clean"}</output>
      <LeaveGuard isNeeded={edited} onSave={save} onDiscard={() => edit(false)} />
    </>
  );
}

beforeEach(() => {
  followed.mockClear();
  render(
    <NextIntlClientProvider locale="en" messages={en}>
      <Page />
    </NextIntlClientProvider>,
  );
});
afterEach(cleanup);

const press = async (name: string) => userEvent.click(await screen.findByText(name));
const closing = () => fireEvent(window, new Event("beforeunload", { cancelable: true }));

it("holds back a link that would lose edits, and lets it go once they are discarded", async () => {
  await press("Away");
  expect(followed).not.toHaveBeenCalled();
  expect(await screen.findByRole("dialog", { name: "Leave without saving?" })).toBeTruthy();
  await press("Discard and leave");
  expect(followed).toHaveBeenCalledOnce();
  expect(screen.getByText("clean")).toBeTruthy();
});

it("saves and leaves in one press", async () => {
  await press("Away");
  await press("Save and leave");
  await vi.waitFor(() => expect(followed).toHaveBeenCalledOnce());
  expect(screen.getByText("clean")).toBeTruthy();
});

it("stays at what is wrong where the edits cannot be saved, and asks again", async () => {
  isWrong.mockReturnValueOnce(true);
  await press("Away");
  await press("Save and leave");
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Wrong")));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(followed).not.toHaveBeenCalled();
  await press("Away");
  expect(await screen.findByRole("dialog")).toBeTruthy();
});

it("stays with every edit when the person stays", async () => {
  await press("Away");
  await press("Stay");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByText("edited")).toBeTruthy();
  await press("Away");
  expect(await screen.findByRole("dialog")).toBeTruthy();
});

it("lets a link within the page, and one that opens beside it, pass", async () => {
  await press("Below");
  fireEvent.click(screen.getByText("Away"), { ctrlKey: true });
  expect(followed).toHaveBeenCalledTimes(2);
});

it("makes the browser ask before the page is closed, only while edits would be lost", async () => {
  expect(closing()).toBe(false);
  await press("Away");
  await press("Discard and leave");
  expect(closing()).toBe(true);
});

it("asks also where code leaves the page without a link", async () => {
  const leave = vi.fn();
  leaveBy(leave);
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(leave).not.toHaveBeenCalled();
  await press("Discard and leave");
  expect(leave).toHaveBeenCalledOnce();
  leaveBy(leave);
  expect(leave).toHaveBeenCalledTimes(2);
});
