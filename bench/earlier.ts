import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../local/ports";
import type { Platform } from "../local/start";
import { nextProgramOf } from "../scripts/build";
import { root } from "../scripts/root";
import { serveApp } from "../scripts/serve";

const run = promisify(execFile);

/** The product as it was before its weight was measured: whoever makes it lighter is compared with that. */
export const earlierCommit = "1764722";
export const earlierName = `the product at ${earlierCommit}, built and served beside`;

/**
 * Serves the product of that commit on the same platform while `work` runs. It is built with the packages it named
 * itself, and stays for the next run: outside this folder, because Next takes the outermost lockfile for the root. It
 * needs the history of the repository.
 */
export async function withEarlierApp<T>(
  platform: Platform,
  work: (appUrl: string, pid: number) => Promise<T>,
): Promise<T> {
  const folder = await checkedOut();
  if (!existsSync(join(folder, ".next/BUILD_ID"))) await build(folder);
  const port = await freePort();
  const app = await serveApp({
    mode: "start",
    port,
    distDir: ".next",
    logFile: null,
    env: platform.env,
    folder,
  });
  try {
    return await work(app.url, app.pid);
  } finally {
    await app.stop();
  }
}

async function checkedOut(): Promise<string> {
  const folder = join(tmpdir(), "ovenai-settings-earlier", earlierCommit);
  if (existsSync(join(folder, "node_modules/.package-lock.json"))) return folder;
  await unpackEarlier(folder);
  console.log(`  Installing the packages of ${earlierCommit} (once)...`);
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, maxBuffer: 2 ** 26 });
  return folder;
}

/**
 * Unpacks the files of that commit, without those that git's path specifications leave out. Unpacked, and not checked out
 * as a worktree: Next looks for packages no higher than the repository or the lockfile that it finds first.
 */
export async function unpackEarlier(folder: string, excluded: readonly string[] = []): Promise<void> {
  const isThere = await run("git", ["cat-file", "-e", `${earlierCommit}^{commit}`], { cwd: root }).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new Error(`commit ${earlierCommit} is not here: fetch the whole history (git fetch --unshallow)`);
  const archive = `${folder}.tar`;
  await mkdir(folder, { recursive: true });
  const files = ["--", ".", ...excluded];
  await run("git", ["archive", "--format=tar", "-o", archive, earlierCommit, ...files], { cwd: root });
  await run("tar", ["-xf", archive, "-C", folder]);
  await rm(archive);
}

async function build(folder: string): Promise<void> {
  console.log(`  Building the app of ${earlierCommit} (once)...`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", BUILD_WITHOUT_TYPES: "1" };
  await run(process.execPath, [nextProgramOf(folder), "build"], {
    cwd: folder,
    env: { ...env, NODE_ENV: "production" },
    maxBuffer: 2 ** 26,
  });
}
