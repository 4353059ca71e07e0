import { execFile } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { refusal } from "../refusal";
import type { Binaries, MajorVersion } from "./binaries";
import type { ServerAccount } from "./server-account";

const run = promisify(execFile);

/** As on the hosted platform, the superuser is not `postgres`: migrations run with fewer rights. */
export const SUPERUSER = "supabase_admin";
/** The password of every local login role. The server listens on the loopback address only. */
export const PASSWORD = "postgres";

/**
 * Makes the data folder if it is missing: under another name, renamed once complete, so that an interrupted first start
 * leaves nothing that looks like a database.
 */
export async function initialise(
  binaries: Binaries,
  dataFolder: string,
  account: ServerAccount,
  major: MajorVersion,
): Promise<void> {
  const version = await readFile(path.join(dataFolder, "PG_VERSION"), "utf8").catch(() => null);
  if (version?.trim() === major) return;
  if (version !== null) {
    throw refusal(
      `${dataFolder} holds data of PostgreSQL ${version.trim()}, this is PostgreSQL ${major}: start over with npm run demo -- --reset.`,
    );
  }
  const partial = `${dataFolder}.partial`;
  const passwordFile = path.join(partial, "password");
  const cluster = path.join(partial, "cluster");
  await rm(partial, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, PASSWORD);
  if (account) {
    for (const item of [partial, cluster, passwordFile]) await chown(item, account.uid, account.gid);
  }
  await runInitdb(binaries.initdb, cluster, passwordFile, account, major);
  await rename(cluster, dataFolder);
  await rm(partial, { recursive: true, force: true });
}

async function runInitdb(
  program: string,
  cluster: string,
  passwordFile: string,
  account: ServerAccount,
  major: MajorVersion,
) {
  // The built-in locale sorts the same on every system; the system's locales may be missing or differ. PostgreSQL 15
  // has no built-in locale; with C it sorts by code point, too.
  const builtin = major === "15" ? [] : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const locale = [...builtin, "--locale=C", "--encoding=UTF8"];
  const login = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=password"];
  try {
    await run(program, [`--pgdata=${cluster}`, "--no-instructions", ...locale, ...login], { ...account });
  } catch (cause) {
    const detail = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
    throw refusal(`PostgreSQL could not make its data folder: ${detail}`, cause);
  }
}
