import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./ports";
import type { MajorVersion } from "./postgres/binaries";
import { isAlive } from "./postgres/lock-file";
import { type PostgresServer, startPostgres, stopAbandoned } from "./postgres/server";

const FOLDER = fileURLToPath(new URL("../.data", import.meta.url));

/** Without durability tests are several times faster, and the data does not outlive the run anyway. */
const THROW_AWAY = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

export type TestServerOptions = Readonly<{ durable?: boolean; major?: MajorVersion }>;

export type TestServer = Readonly<{
  url: string;
  postgres: PostgresServer;
  stop(): Promise<void>;
}>;

/**
 * Starts one temporary PostgreSQL on a free port for a whole test run; `stop` removes its data. `durable`: each commit
 * waits for the disk, as hosted, for measurements.
 */
export async function startTestServer({
  durable = false,
  major = "17",
}: TestServerOptions = {}): Promise<TestServer> {
  await mkdir(FOLDER, { recursive: true });
  await removeAbandoned();
  const folder = await mkdtemp(path.join(FOLDER, `test-${process.pid}-`));
  // mkdtemp makes the folder private, but for root PostgreSQL runs under another account, which must enter it.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    dataFolder: path.join(folder, "postgres"),
    port: await freePort(),
    major,
    settings: durable ? { max_connections: "200" } : THROW_AWAY,
  });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, postgres, stop };
}

/** Stops and removes the servers of killed runs: a folder's name has the process id of its run. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(FOLDER)) {
    const owner = /^test-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await stopAbandoned(path.join(FOLDER, name, "postgres"));
    await rm(path.join(FOLDER, name), { recursive: true, force: true });
  }
}
