import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, readdir, rename } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { isAlive, readLockFile } from "./postgres/lock-file";
import { startPostgres } from "./postgres/server";
import { startTestServer } from "./test-server";

const DATA = fileURLToPath(new URL("../.data", import.meta.url));

it("the next test run stops and removes a server that a killed run left", async () => {
  const others = new Set(await readdir(DATA));
  const left = await startTestServer();
  const folder = (await readdir(DATA)).find(
    (name) => name.startsWith(`test-${process.pid}-`) && !others.has(name),
  );
  const gone = spawn(process.execPath, ["--version"]);
  await once(gone, "exit");
  // The folder is renamed as if the ended process `gone` had started the server.
  await left.postgres.stop();
  const abandoned = path.join(DATA, `test-${gone.pid}-left`);
  await rename(path.join(DATA, folder ?? ""), abandoned);
  await startPostgres({ dataFolder: path.join(abandoned, "postgres"), port: left.postgres.port });
  const pid = (await readLockFile(path.join(abandoned, "postgres")))?.pid ?? 0;

  const next = await startTestServer();
  await next.stop();

  expect(isAlive(pid)).toBe(false);
  await expect(access(abandoned)).rejects.toThrow();
});
