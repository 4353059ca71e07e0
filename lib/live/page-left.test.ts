import { expect, it } from "vitest";
import { isBeingLeft, watchLeaving } from "./page-left";

it("a page is being left from the question for the next one on, for as long as that may come, or until it is back", () => {
  const page = new EventTarget();
  let time = 1_000;
  const now = () => time;
  const stop = watchLeaving(page, now);
  expect(isBeingLeft(now)).toBe(false);
  page.dispatchEvent(new Event("beforeunload"));
  time += 9_999;
  expect(isBeingLeft(now)).toBe(true);
  time += 1;
  expect(isBeingLeft(now)).toBe(false);
  page.dispatchEvent(new Event("pagehide"));
  expect(isBeingLeft(now)).toBe(true);
  page.dispatchEvent(new Event("pageshow"));
  expect(isBeingLeft(now)).toBe(false);
  stop();
});
