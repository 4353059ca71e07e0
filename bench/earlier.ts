import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../local/ports";
import type { Platform } from "../local/start";
import { nextProgram } from "../scripts/build";
import { root } from "../scripts/root";
import { serveApp } from "../scripts/serve";

const run = promisify(execFile);

/** The product as it was before its weight was measured: whoever makes it lighter is compared with that. */
export const earlierCommit = "1764722";
export const earlierName = `the product at ${earlierCommit}, built and served beside`;

/**
 * Serves the product of that commit on the same platform while `work` runs. It is unpacked under this folder, so that
 * it is built with the packages of this one, and stays there for the next run. It needs the history of the repository.
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
  const folder = join(root, ".data/earlier", earlierCommit);
  if (existsSync(join(folder, "package.json"))) return folder;
  await unpackEarlier(folder, [":(exclude)package-lock.json"]);
  // The fonts are named by their path.
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
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
  await run(process.execPath, [nextProgram, "build"], {
    cwd: folder,
    env: { ...env, NODE_ENV: "production" },
    maxBuffer: 2 ** 26,
  });
}
