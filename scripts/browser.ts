import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";

/** A Chromium for the end-to-end tests and its origin, in words; see README, "Running the tests". */
export type Browser = { executablePath: string; origin: string };

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const isRoot = process.getuid?.() === 0;

/**
 * Disabled features. The first are pages of the browser's own address bar, rendered for every window: they cost a test
 * as much as the page under test. The others are those that Playwright disables: of two such lists Chromium takes the
 * last, so this one must hold them all (browser.test.ts).
 */
const disabledFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
  "msEdgeUpdateLaunchServicesPreferredVersion",
  "msForceBrowserSignIn",
];

/** Switches that keep the browser from sending requests of its own. */
export const browserArguments = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-sync",
  "--no-first-run",
  `--disable-features=${disabledFeatures.join(",")}`,
];

function installed(): Browser | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return { executablePath: own, origin: "Playwright's own browser" };
  const path = usual.find((candidate) => existsSync(candidate));
  return path ? { executablePath: path, origin: "the browser of this machine" } : null;
}

function run(command: string, args: string[], minutes: number) {
  console.log(`> ${command} ${args.join(" ")}`);
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
  };
  // Without standard input, a command that asks for a password fails instead of waiting for ever.
  const stdio: ["ignore", "inherit", "inherit"] = ["ignore", "inherit", "inherit"];
  return spawnSync(command, args, { env, stdio, timeout: minutes * 60_000 }).status === 0;
}

/** Installs Chromium; system libraries only if that needs no password. */
function install() {
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
  const mayBecomeRoot = isRoot || spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  const dependencies = mayBecomeRoot && process.platform === "linux" ? ["--with-deps"] : [];
  if (run(process.execPath, [cli, "install", ...dependencies, "chromium"], 8)) return;
  if (isRoot && existsSync("/usr/bin/apt-get") && run("apt-get", ["update"], 4)) {
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 8);
  }
}

/**
 * Tries, in this order, the variable CHROMIUM_PATH, Playwright's own browser, the machine's and a new installation.
 * Throws one sentence with the remedy if all fail.
 */
export function findBrowser(): Browser {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return { executablePath: chosen, origin: "CHROMIUM_PATH" };
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not exist: correct it or unset it.`);
  }
  const found = installed();
  if (found) return found;
  console.log("No Chromium found: installing one.");
  install();
  const made = installed();
  if (made) return { ...made, origin: `${made.origin}, just installed` };
  throw new Error("No Chromium could be installed: install one and set CHROMIUM_PATH to its executable.");
}
