// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { createQuickKeys, isHelpKey, isPaletteKey, takesLetters } from "./keys";

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, ...more });

describe("the palette's key", () => {
  it("is K with Ctrl or Cmd, and with nothing else", () => {
    expect(isPaletteKey(press("k", { ctrlKey: true }))).toBe(true);
    expect(isPaletteKey(press("K", { metaKey: true }))).toBe(true);
    for (const more of [{}, { altKey: true, ctrlKey: true }, { shiftKey: true, ctrlKey: true }])
      expect(isPaletteKey(press("k", more))).toBe(false);
  });

  it("is where K stands on a Hebrew or an Arabic keyboard", () => {
    expect(isPaletteKey(press("ל", { code: "KeyK", ctrlKey: true }))).toBe(true);
    expect(isPaletteKey(press("ن", { code: "KeyK", ctrlKey: true }))).toBe(true);
    // A Latin keyboard of another order says itself which letter it wrote.
    expect(isPaletteKey(press("t", { code: "KeyK", ctrlKey: true }))).toBe(false);
  });
});

it("takes the question mark of every keyboard for the list of shortcuts, but no combination with it", () => {
  expect(isHelpKey(press("?", { shiftKey: true }))).toBe(true);
  expect(isHelpKey(press("؟", { shiftKey: true }))).toBe(true);
  expect(isHelpKey(press("?", { ctrlKey: true }))).toBe(false);
  expect(isHelpKey(press("/"))).toBe(false);
});

it("leaves letters to whatever takes letters", () => {
  document.body.innerHTML = `<input type="text"><input type="radio"><textarea></textarea><select></select>
    <div contenteditable="true"><b></b></div><div role="menu"><div role="menuitem"></div></div><button></button>`;
  const takes = (selector: string) => takesLetters(document.querySelector(selector));
  for (const selector of ["[type=text]", "textarea", "select", "b", "[role=menuitem]"])
    expect(takes(selector), selector).toBe(true);
  for (const selector of ["[type=radio]", "button", "body"]) expect(takes(selector), selector).toBe(false);
});

describe("two quick keys", () => {
  const typing = () => {
    let now = 0;
    const follow = createQuickKeys(() => now);
    return (key: string, afterMs = 100, more: KeyboardEventInit = {}) => {
      now += afterMs;
      return follow(press(key, more));
    };
  };

  it("lead to an area or the bell, G first", () => {
    const type = typing();
    expect([type("g"), type("d")]).toEqual([null, "dashboard"]);
    expect([type("g"), type("l")]).toEqual([null, "leads"]);
    expect([type("g"), type("s")]).toEqual([null, "settings"]);
    expect([type("g"), type("n")]).toEqual([null, "notifications"]);
  });

  it("lead nowhere alone, in another order, with a key in between, or too late", () => {
    const type = typing();
    expect([type("d"), type("g"), type("x"), type("d")]).toEqual([null, null, null, null]);
    expect([type("g"), type("d", 1_600)]).toEqual([null, null]);
    expect([type("g"), type("g"), type("d")]).toEqual([null, null, "dashboard"]);
  });

  it("are no combinations: Ctrl-D and Shift-D stay the browser's and the page's", () => {
    const type = typing();
    for (const more of [{ ctrlKey: true }, { shiftKey: true }, { metaKey: true }, { repeat: true }]) {
      type("g");
      expect(type("d", 100, more)).toBeNull();
    }
  });

  it("are found by their place on a keyboard of another script", () => {
    const type = typing();
    type("ע", 100, { code: "KeyG" });
    expect(type("ג", 100, { code: "KeyD" })).toBe("dashboard");
  });
});
