import type { Page } from "@playwright/test";

/** Sets the clock of the device: from the next page on it is `ms` ahead of the true time, or behind it. */
export const setDeviceClock = (page: Page, ms: number) =>
  page.addInitScript((ahead) => {
    const real = Date;
    const now = () => real.now() + ahead;
    globalThis.Date = new Proxy(real, {
      construct: (target, values) => Reflect.construct(target, values.length > 0 ? values : [now()]),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    });
  }, ms);
