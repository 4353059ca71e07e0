import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Firefox and WebKit for the tests of three engines. Chromium, which the other tests need, is in browser.ts. */
const firefoxes = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];
const driver = "/usr/bin/WebKitWebDriver";
const xvfb = "/usr/bin/Xvfb";

export type WebKit = { driver: string; browser: string; xvfb: string };

export const findFirefox = (): string | null =>
  [process.env.FIREFOX_PATH ?? "", ...firefoxes].find((path) => path !== "" && existsSync(path)) ?? null;

/** WebKitGTK's driver and the small browser beside its library. */
export function findWebKit(): WebKit | null {
  const libraries = existsSync("/usr/lib")
    ? readdirSync("/usr/lib").filter((name) => name.includes("-linux-gnu"))
    : [];
  const browser = libraries
    .flatMap((name) =>
      ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"].map((each) => join("/usr/lib", name, each)),
    )
    .map((folder) => join(folder, "MiniBrowser"))
    .find((path) => existsSync(path));
  return browser && existsSync(driver) && existsSync(xvfb) ? { driver, browser, xvfb } : null;
}

const engines = {
  firefox: { find: findFirefox, packages: ["firefox-esr"] },
  webkit: { find: findWebKit, packages: ["webkit2gtk-driver", "xvfb"] },
};

/** Whether the engine is on this machine, installed from Debian's packages where that needs nobody. */
export function haveEngine(name: keyof typeof engines): boolean {
  const { find, packages } = engines[name];
  if (find()) return true;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) return false;
  console.log(`No ${name} found: installing ${packages.join(", ")}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"], timeout: 8 * 60_000 });
  run("update");
  run("install", "-y", "--no-install-recommends", ...packages);
  return find() !== null;
}
