import { test as base, expect } from "@playwright/test";
import { openRows, type Rows } from "../harness/rows";
import { openChromium } from "./chromium";
import type { Engine, EngineName } from "./engine";
import { openFirefox } from "./firefox";
import { openGateway, type Gateway } from "./gateway";
import { stepsIn, type Steps } from "./steps";
import { openWebKit } from "./webkit";

const engines = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export type EngineUse = {
  /** Which browser the tests of a project of playwright.config.ts drive. */
  engine: EngineName;
  /** The zone of the browser's machine. */
  zone: string;
  secure: boolean;
};

type Fixtures = { opened: Engine; gateway: Gateway; person: Steps; tolerated: RegExp[] };

/** What a list measures again in the next frame is reported as an error; nothing is lost. */
const putOff = /ResizeObserver loop completed with undelivered notifications/;

/** `person`: somebody at a new browser of the project's engine. A test fails on what the browser complained of. */
export const test = base.extend<EngineUse & Fixtures, { rows: Rows }>({
  engine: ["chromium", { option: true }],
  zone: ["UTC", { option: true }],
  secure: [false, { option: true }],
  rows: [
    async ({}, use) => {
      const rows = openRows();
      await use(rows);
      await rows.pool.end();
    },
    { scope: "worker" },
  ],
  /** Complaints that the test itself provokes. */
  tolerated: async ({}, use) => use([]),
  gateway: async ({ secure, tolerated }, use) => {
    const gateway = await openGateway({ secure });
    await use(gateway);
    const allowed = [...tolerated, putOff];
    const heard = gateway.complaints().filter((line) => !allowed.some((pattern) => pattern.test(line)));
    await gateway.close();
    expect(heard, "complaints of the browser").toEqual([]);
  },
  opened: async ({ engine, zone, gateway: _ }, use) => {
    const opened = await engines[engine]({ zone });
    await use(opened);
    await opened.close();
  },
  person: async ({ opened, gateway }, use) => use(stepsIn(opened.page, gateway.origin)),
});

export { expect };
