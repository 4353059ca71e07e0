import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { refusal } from "../local/refusal";
import { root } from "./root";

/** Files and folders of the built app; a change in one of them requires a new build. */
const builtFiles = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];

/** The program of the Next that is installed in `folder`. */
export const nextProgramOf = (folder: string) =>
  createRequire(join(folder, "package.json")).resolve("next/dist/bin/next");

export const nextProgram = nextProgramOf(root);

/** Tests and their support never reach the built app (a lint zone): a change in them asks for no build. */
const isOfTests = (path: string) =>
  /\.test(-support)?\.tsx?$/.test(path) || path.split(sep).join("/").startsWith("lib/testing/");

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

/** A hash of the sources in `folder` and of the Node version that compiles them. */
export function sourceHash(folder = root): string {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of builtFiles.flatMap((path) => filesOf(join(folder, path)))) {
    const path = relative(folder, file);
    if (!isOfTests(path)) hash.update(`\0${path}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * Builds the app into `distDir` unless it holds a build of the present sources. The hash is stored inside the build, so
 * that emptying the folder (as `next build` does) removes the hash, too.
 */
export async function buildApp(distDir: string, log: (line: string) => void): Promise<"built" | "kept"> {
  const marker = join(root, distDir, "source-hash");
  const wanted = sourceHash();
  const isCurrent = () => existsSync(marker) && readFileSync(marker, "utf8") === wanted;
  if (isCurrent()) return "kept";
  log("Building the app (about half a minute; only when its sources change)...");
  // Two copies may start at once from one folder: the second waits for the build of the first.
  while (!(await runNextBuild(distDir))) {
    await delay(1_000);
    if (isCurrent()) return "kept";
  }
  writeFileSync(marker, wanted);
  return "built";
}

/** False when another process is building into the same folder. */
function runNextBuild(distDir: string): Promise<boolean> {
  const env = {
    ...process.env,
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: "1",
    BUILD_WITHOUT_TYPES: "1",
    NODE_ENV: "production" as const,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextProgram, "build"], { cwd: root, env, stdio: "pipe" });
    process.once("exit", () => child.kill());
    const output: string[] = [];
    child.stdout.on("data", (chunk) => output.push(String(chunk)));
    child.stderr.on("data", (chunk) => output.push(String(chunk)));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve(true);
      if (/Another .*next build.* is already running/.test(output.join(""))) return resolve(false);
      console.error(output.join(""));
      reject(refusal("The app could not be built; the output of next build above says why."));
    });
  });
}
