import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import path from "node:path";
import { z } from "zod";
import { isAlive } from "./postgres/lock-file";

/**
 * The content of `running.json`, by which other processes find a running platform. Its keys are the fixed local ones.
 */
const running = z.object({
  pid: z.number(),
  values: z.record(z.string(), z.string()),
});

export type RunningPlatform = z.infer<typeof running>;

export async function writeRunning(dataDir: string, values: Record<string, string>): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), JSON.stringify({ pid: process.pid, values }, null, 2));
}

export function removeRunning(dataDir: string): Promise<void> {
  return rm(fileIn(dataDir), { force: true });
}

/**
 * The platform that runs on this folder, or null. After a crash the file names a dead process, or an id that another
 * program now has: therefore the platform must also listen at the file's address.
 */
export async function readRunning(dataDir: string): Promise<RunningPlatform | null> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => "null");
  const { data } = running.safeParse(parseJson(text));
  return data && isAlive(data.pid) && (await listens(data.values.API_URL ?? "")) ? data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listens(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return Promise.resolve(false);
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, "running.json");
}
