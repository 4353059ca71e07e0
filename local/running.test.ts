import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort, HOST } from "./ports";
import { readRunning, removeRunning, writeRunning } from "./running";
import { startPlatform } from "./start";

let folder: string;
let listening: Server;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "running-"));
  port = await freePort();
  listening = createServer().listen(port, HOST);
  await once(listening, "listening");
});
afterEach(async () => {
  listening.close();
  await rm(folder, { recursive: true, force: true });
});

it("a running platform is found by its folder until it stops", async () => {
  await writeRunning(folder, { API_URL: `http://${HOST}:${port}` });
  expect((await readRunning(folder))?.values.API_URL).toBe(`http://${HOST}:${port}`);
  await removeRunning(folder);
  expect(await readRunning(folder)).toBeNull();
});

it("a crashed platform is not running, although another process has its id", async () => {
  await writeRunning(folder, { API_URL: `http://${HOST}:${await freePort()}` });
  expect(await readFile(path.join(folder, "running.json"), "utf8")).toContain(String(process.pid));
  expect(await readRunning(folder)).toBeNull();
});

it("a second platform on the same folder is refused before anything starts", async () => {
  await writeRunning(folder, { API_URL: `http://${HOST}:${port}` });
  const start = startPlatform({ port: await freePort(), dataDir: folder });
  await expect(start).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(/runs already/),
  });
});

it("a platform whose port is taken is refused before anything starts", async () => {
  const start = startPlatform({ port: port - 1, dataDir: folder });
  await expect(start).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringContaining(`Port ${port}`),
  });
});

it("a broken file does not stop a start", async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "running.json"), "not json");
  expect(await readRunning(folder)).toBeNull();
});
