import { expect } from "@playwright/test";
import type { Person } from "../harness/people";
import type { EnginePage, Wanted } from "./engine";

/**
 * Marks the first shown control of this role and name, and answers whether there is one. Runs in the page. `name` is
 * the source of a regular expression.
 */
function mark(role: string, name: string, marker: string): boolean {
  const tags: { [role: string]: string } = {
    button: "button",
    dialog: "dialog",
    heading: "h1, h2, h3",
    link: "a[href]",
    textbox: "input:not([type=hidden]), textarea",
  };
  const nameOf = (element: Element): string => {
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const labels = by.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const own =
      element instanceof HTMLInputElement
        ? [...(element.labels ?? [])].map((label) => label.textContent)
        : [];
    return (
      element.getAttribute("aria-label") ||
      labels ||
      own.join(" ") ||
      element.textContent ||
      ""
    ).trim();
  };
  const isSeen = (element: Element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
  document.querySelector(`[${marker}]`)?.removeAttribute(marker);
  const all = [...document.querySelectorAll(`[role^="${role}"]${tags[role] ? `, ${tags[role]}` : ""}`)];
  const found = all.find((each) => isSeen(each) && new RegExp(name).test(nameOf(each)));
  found?.setAttribute(marker, "");
  return found !== undefined;
}

const marker = "data-wanted";
const patternOf = (name: string | RegExp) =>
  typeof name === "string" ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$` : name.source;

/** The steps of a person in any engine. Each waits until it can be made. */
export function stepsIn(page: EnginePage, origin: string) {
  const isShown = ({ role, name }: Wanted) =>
    page.ask(mark, role, patternOf(name), marker).catch(() => false);
  const shows = (wanted: Wanted, shown = true) =>
    expect
      .poll(() => isShown(wanted), { message: `${wanted.role} "${wanted.name}"`, timeout: 15_000 })
      .toBe(shown);
  async function click(wanted: Wanted) {
    await shows(wanted);
    await page.click(`[${marker}]`);
  }
  async function fill(wanted: Wanted, text: string) {
    await click(wanted);
    await page.type(text);
  }
  const textOf = (wanted: Wanted) =>
    isShown(wanted).then((shown) =>
      shown ? page.ask((at) => document.querySelector(`[${at}]`)?.textContent?.trim() ?? "", marker) : null,
    );
  const path = () => page.ask(() => location.pathname).catch(() => "");
  const isPath = (pattern: RegExp) => expect.poll(path, { timeout: 20_000 }).toMatch(pattern);
  /** The page's code has taken over its controls, and what it loads when idle has come. */
  const isReady = () =>
    expect
      .poll(
        () =>
          page
            .ask(() => {
              const controls = [...document.querySelectorAll(":is(form, main, header) :is(button, input)")];
              const isTaken = (each: Element) => Object.keys(each).some((key) => key.startsWith("__react"));
              return document.readyState === "complete" && controls.length > 0 && controls.every(isTaken);
            })
            .catch(() => false),
        { timeout: 20_000, message: "the page's code" },
      )
      .toBe(true);
  async function open(address: string) {
    await page.goto(`${origin}${address}`);
    await isReady();
  }
  const button = (name: string | RegExp): Wanted => ({ role: "button", name });
  return {
    page,
    shows,
    click,
    fill,
    textOf,
    isPath,
    isReady,
    open,
    press: (name: string | RegExp) => click(button(name)),
    async signIn({ email, password }: Pick<Person, "email" | "password">) {
      await open("/sign-in");
      await fill({ role: "textbox", name: "Email" }, email);
      await fill({ role: "textbox", name: "Password" }, password);
      await click(button("Sign in"));
    },
    async saved() {
      await expect.poll(() => textOf({ role: "status", name: "Saving" }), { timeout: 15_000 }).toBe("Saved");
    },
  };
}

export type Steps = ReturnType<typeof stepsIn>;
