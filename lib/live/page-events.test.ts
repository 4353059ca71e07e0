// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { all, listen, onLeave, onReturn } from "./page-events";

const become = (state: DocumentVisibilityState) => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
};
const atWindow = (type: string) => () => void window.dispatchEvent(new Event(type));

const moments = {
  online: atWindow("online"),
  focus: atWindow("focus"),
  pagehide: atWindow("pagehide"),
  visible: () => become("visible"),
  hidden: () => become("hidden"),
};

/** The moments at which `watch` calls. */
function heard(watch: (act: () => void) => () => void): string[] {
  let calls = 0;
  const stop = watch(() => void (calls += 1));
  const names = Object.entries(moments).flatMap(([name, happen]) => {
    const before = calls;
    happen();
    return calls > before ? [name] : [];
  });
  stop();
  const ended = calls;
  Object.values(moments).forEach((happen) => happen());
  expect(calls).toBe(ended);
  return names;
}

afterEach(() => vi.restoreAllMocks());

describe("page events, until the listener is removed", () => {
  it("onReturn is called when the page is online, focused or visible again, not when it is left", () => {
    expect(heard(onReturn)).toEqual(["online", "focus", "visible"]);
  });

  it("onLeave is called when the page goes away or is hidden, which on a phone may be its last event", () => {
    expect(heard(onLeave)).toEqual(["pagehide", "hidden"]);
  });

  it("several listeners end together", () => {
    const both = (act: () => void) => all(onLeave(act), listen(window, ["online"], act));
    expect(heard(both)).toEqual(["online", "pagehide", "hidden"]);
  });
});
