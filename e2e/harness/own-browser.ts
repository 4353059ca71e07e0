import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type BrowserContext, chromium, type Cookie } from "@playwright/test";
import { browserArguments, findBrowser } from "../../scripts/browser";

/** A browser with a profile on disk, which can be killed without a word and started again upon what it had written. */
export type OwnBrowser = {
  /** Starts it, with the cookies of the sign-in: Chromium writes those to disk only now and then. */
  start(cookies: Cookie[]): Promise<BrowserContext>;
  /** SIGKILL to the browser and all its processes: nothing of it runs another instruction. */
  kill(): Promise<void>;
  remove(): Promise<void>;
};

export function ownBrowser(): OwnBrowser {
  const profile = mkdtempSync(join(tmpdir(), "ovenai-profile-"));
  let running: ChildProcess | null = null;

  async function kill() {
    const killed = running;
    if (!killed?.pid) return;
    running = null;
    const exited = once(killed, "exit");
    process.kill(-killed.pid, "SIGKILL");
    await exited;
  }
  return {
    async start(cookies) {
      const { executablePath } = findBrowser();
      const switches = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
      // A process group of its own, so that the kill reaches every process of the browser at once.
      running = spawn(executablePath, [...browserArguments, ...switches, "about:blank"], {
        detached: true,
        // In the zone everybody starts in, nothing is written on a first visit.
        env: { ...process.env, TZ: "UTC" },
        stdio: ["ignore", "ignore", "pipe"],
      });
      const browser = await chromium.connectOverCDP(await debuggingAddress(running));
      const [context] = browser.contexts();
      if (!context) throw new Error("the browser has no context");
      await context.addCookies(cookies);
      return context;
    },
    kill,
    async remove() {
      await kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function debuggingAddress(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error("the browser has no standard error");
  for await (const line of createInterface(browser.stderr)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      browser.stderr.resume();
      return address;
    }
  }
  throw new Error("the browser ended before it could be driven");
}
