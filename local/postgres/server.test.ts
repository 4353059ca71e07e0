import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, HOST } from "../ports";
import { describeError, isRefusal } from "../refusal";
import { isAlive, readLockFile } from "./lock-file";
import { assertReachable } from "./server-account";
import { type PostgresOptions, type PostgresServer, startPostgres } from "./server";

const DATA = fileURLToPath(new URL("../../.data", import.meta.url));

let folder: string;
let port: number;
let server: PostgresServer;
const others: PostgresServer[] = [];

// The tests share one data folder, because making one is slow: each begins with the running server of the test before.
beforeAll(async () => {
  await mkdir(DATA, { recursive: true });
  folder = await mkdtemp(path.join(DATA, `test-${process.pid}-`));
  await chmod(folder, 0o755);
  await mkdir(`${dataFolder()}.partial`);
  await writeFile(path.join(`${dataFolder()}.partial`, "rubbish"), "of an interrupted first start");
  port = await freePort();
  server = await start();
});
afterAll(async () => {
  for (const running of [server, ...others]) await running.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(options: Partial<PostgresOptions> = {}): Promise<PostgresServer> {
  return startPostgres({ dataFolder: dataFolder(), port, settings: { fsync: "off" }, ...options });
}

function dataFolder(): string {
  return path.join(folder, "postgres");
}

async function ask(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error("the work was expected to be refused"),
    (thrown: unknown) => thrown,
  );
  expect(isRefusal(error)).toBe(true);
  return describeError(error);
}

describe("the embedded PostgreSQL", () => {
  it("replaces what an interrupted first start left", async () => {
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
    await expect(access(`${dataFolder()}.partial`)).rejects.toThrow();
  });

  it("keeps its data over a stop, and is version 17", async () => {
    await ask("create table kept (id int); insert into kept values (1)");
    await server.stop();
    await server.start();
    const version = "current_setting('server_version_num')::int / 10000 as version";
    expect(await ask(`select id, ${version} from kept`)).toEqual([{ id: 1, version: 17 }]);
  });

  it("starts although a crash has left the lock file of a dead process", async () => {
    await server.stop();
    const gone = spawn(process.execPath, ["--version"]);
    await once(gone, "exit");
    await writeFile(path.join(dataFolder(), "postmaster.pid"), `${gone.pid}\n${dataFolder()}\n`);
    await server.start();
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("starts although another program has the process id in the lock file", async () => {
    await server.stop();
    await writeFile(path.join(dataFolder(), "postmaster.pid"), `${process.pid}\n${dataFolder()}\n`);
    await server.start();
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("starts again after it was killed", async () => {
    const pid = (await readLockFile(dataFolder()))?.pid ?? 0;
    process.kill(pid, "SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
    await server.start();
    expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it.each(["SIGKILL", "SIGINT"])(
    "comes back by itself after %s from outside, and not after a stop",
    async (signal) => {
      await server.stop();
      const kept = await start({ comesBack: true });
      const pid = (await readLockFile(dataFolder()))?.pid ?? 0;
      process.kill(pid, signal);
      await expect.poll(() => isAlive(pid)).toBe(false);
      await expect
        .poll(() => ask("select id from kept").catch(() => null), { timeout: 15_000 })
        .toEqual([{ id: 1 }]);
      await kept.stop();
      await expect(ask("select 1")).rejects.toThrow();
      await server.start();
    },
  );

  it("stops and replaces a server that outlived its parent process", async () => {
    const orphan = await readLockFile(dataFolder());
    others.push(await start());
    const taken = await readLockFile(dataFolder());
    expect(taken?.pid).not.toBe(orphan?.pid);
    expect(await ask("select id from kept")).toEqual([{ id: 1 }]);
  });

  it("says in one sentence that its port is taken", async () => {
    await server.stop();
    for (const running of others) await running.stop();
    const other = createServer().listen(port, HOST);
    await once(other, "listening");
    const message = await refusalOf(server.start());
    other.close();
    expect(message).toBe(
      `Port ${port}, needed for PostgreSQL, is taken by another program: stop it, or start this copy with another PORT.`,
    );
  });

  it("refuses data of another version", async () => {
    const old = path.join(folder, "old");
    await mkdir(old);
    await writeFile(path.join(old, "PG_VERSION"), "15\n");
    expect(await refusalOf(startPostgres({ dataFolder: old, port }))).toContain("PostgreSQL 15");
  });
});

describe("the account that runs PostgreSQL for root", () => {
  // An account that owns no folder: the permission bits for others decide.
  const stranger = { uid: 4_000_000, gid: 4_000_000 };

  it("may enter every folder above the data, or a refusal names the closed folder and the remedy", async () => {
    const barred = path.join(folder, "private");
    await mkdir(barred, { mode: 0o700 });
    const message = await refusalOf(assertReachable(path.join(barred, "postgres"), stranger));
    expect(message).toContain(`may not enter ${barred}: run chmod o+x '${barred}'`);
    expect(message).not.toContain("\n");
  });

  it("is not checked for an ordinary user", async () => {
    const barred = path.join(folder, "closed");
    await mkdir(barred, { mode: 0o700 });
    await expect(assertReachable(path.join(barred, "postgres"), null)).resolves.toBeUndefined();
  });
});
