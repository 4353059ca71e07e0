import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { PlatformControl } from "./platform";
import { outliveToken } from "../harness/auth-cookies";
import { openBell } from "../harness/steps";
import { fillStorage, fillStorageLate, refuseStorage } from "../harness/storage-faults";

type World = { platform: PlatformControl; context: BrowserContext };

/** What stands above the settings: nothing where they are the server's own, else what they are instead. */
export type Said = "fresh" | "cached" | "defaults";

export type Fault = {
  name: string;
  strike(world: World): Promise<unknown>;
  mend(world: World): Promise<unknown>;
  /** That it holds, where nothing else of the page would tell. */
  proof?(page: Page): Promise<void>;
  /** What a page says that is opened under the fault. */
  open: Said;
  /** What the line says after a press. */
  toggle: string;
  /** And what it says on the page loaded anew; "asks": the browser asks first, because the edit would be lost. */
  reload: { said: Said; line: string } | "asks";
};

const kept = "Kept on this device, 3 waiting";
const onlyHere = "Waiting, only in this tab: 3";
const nothing = async () => undefined;
const mendRest = ({ platform }: World) => platform.mendRest();

/** Eleven faults, four things that a person does under each: every cell says what the screen has to say. */
export const faults: readonly Fault[] = [
  {
    name: "the database stopped",
    strike: ({ platform }) => platform.stopDatabase(),
    mend: ({ platform }) => platform.startDatabase(),
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    // Pages give up after two seconds and saves after twelve: the page is made without, and the edit gets through.
    name: "REST slow by 10 s",
    strike: ({ platform }) => platform.slowRest(),
    mend: mendRest,
    open: "cached",
    toggle: "Saving",
    reload: { said: "cached", line: "Saving" },
  },
  {
    name: "REST answers 500",
    strike: ({ platform }) => platform.failRest(),
    mend: mendRest,
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    name: "auth down",
    strike: ({ platform }) => platform.failAuth(),
    mend: ({ platform }) => platform.mendAuth(),
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "auth down when the sign-in has to be renewed",
    strike: async ({ platform, context }) => {
      await platform.failAuth();
      await outliveToken(context);
    },
    mend: ({ platform }) => platform.mendAuth(),
    open: "cached",
    toggle: kept,
    reload: { said: "cached", line: kept },
  },
  {
    name: "realtime down",
    strike: ({ platform }) => platform.cutSockets(),
    mend: ({ platform }) => platform.allowSockets(),
    async proof(page) {
      await expect((await openBell(page)).getByRole("status")).toHaveText("Checking regularly");
      await page.keyboard.press("Escape");
    },
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "IndexedDB refused",
    strike: ({ context }) => refuseStorage(context),
    mend: nothing,
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "IndexedDB refused while REST answers 500",
    strike: async ({ platform, context }) => {
      await refuseStorage(context);
      await platform.failRest();
    },
    mend: mendRest,
    open: "defaults",
    toggle: onlyHere,
    reload: "asks",
  },
  {
    name: "storage full",
    strike: ({ context }) => fillStorage(context),
    mend: nothing,
    open: "fresh",
    toggle: "Saved",
    reload: { said: "fresh", line: "Saved" },
  },
  {
    name: "storage full, found out late, while REST answers 500",
    strike: async ({ platform, context }) => {
      await fillStorageLate(context);
      await platform.failRest();
    },
    mend: mendRest,
    open: "cached",
    toggle: onlyHere,
    reload: "asks",
  },
  {
    name: "storage full while REST answers 500",
    strike: async ({ platform, context }) => {
      await fillStorage(context);
      await platform.failRest();
    },
    mend: mendRest,
    open: "cached",
    toggle: onlyHere,
    reload: "asks",
  },
];
