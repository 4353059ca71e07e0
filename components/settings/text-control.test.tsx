// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import en from "@/messages/en.json";
import { TextControl } from "./text-control";

afterEach(cleanup);

const { problems } = en.settings.form;

function open(more: { pattern?: RegExp; problem?: string } = {}) {
  const saved: string[] = [];
  render(
    <NextIntlClientProvider locale="en" messages={en} timeZone="UTC">
      <p id="title">Nickname</p>
      <p id="help">What people call you.</p>
      <TextControl
        aria-labelledby="title"
        aria-describedby="help"
        maxLength={10}
        multiline={false}
        value="Ann"
        onChange={(text) => saved.push(text)}
        {...more}
      />
    </NextIntlClientProvider>,
  );
  const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Nickname" });
  const write = (text: string) => {
    fireEvent.change(box, { target: { value: text } });
    fireEvent.blur(box);
  };
  return { saved, box, write };
}
const said = () => screen.queryByRole("alert")?.textContent ?? null;

it("a text is stored when the field is left, without the blanks around it", () => {
  const { saved, write } = open();
  write(" Anna ");
  expect(saved).toEqual(["Anna"]);
  expect(said()).toBeNull();
});

it.each([
  ["a text that is too long", "x".repeat(11), {}, "At most 10 characters."],
  ["a text that cannot be stored", "Ann \ud800", {}, problems.characters],
  [
    "a text that breaks the rule of the field",
    "<Ann>",
    { pattern: /^[^<>]*$/, problem: "senderCharacters" },
    problems.senderCharacters,
  ],
])("%s is kept in the field, with the reason under it, and is not stored", (_what, text, more, reason) => {
  const { saved, box, write } = open(more);
  write(text);
  expect(saved).toEqual([]);
  expect(box.value).toBe(text);
  expect(said()).toBe(reason);
  expect(box.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent).toBe(reason);
});

it("the reason goes with the next letter, and a text that is right then is stored", () => {
  const { saved, box, write } = open();
  write("x".repeat(11));
  fireEvent.change(box, { target: { value: "Anna" } });
  expect(said()).toBeNull();
  fireEvent.keyDown(box, { key: "Enter" });
  expect(saved).toEqual(["Anna"]);
});

it("Escape gives up what was written, and what was wrong with it", () => {
  const { saved, box, write } = open();
  write("x".repeat(11));
  fireEvent.keyDown(box, { key: "Escape" });
  expect([box.value, said(), saved]).toEqual(["Ann", null, []]);
});
