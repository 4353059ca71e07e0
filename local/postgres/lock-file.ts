import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What PostgreSQL writes to `postmaster.pid`: its process on the first line, its state on the eighth. */
export type LockFile = Readonly<{ pid: number; ready: boolean }>;

export async function readLockFile(dataFolder: string): Promise<LockFile | null> {
  const text = await readFile(lockPath(dataFolder), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : null;
}

/**
 * Looks at the lock an earlier run left behind. One of a dead process is PostgreSQL's own to clear: it still names the
 * shared memory, by which PostgreSQL makes sure that no part of the old server lives on. One whose process number
 * another program has got since would keep it from starting for ever, and is removed. A server that outlived the
 * process that started it is returned for the caller to stop.
 */
export async function clearStaleLock(dataFolder: string): Promise<{ orphan: number | null }> {
  const lock = await readLockFile(dataFolder);
  if (lock === null || !isAlive(lock.pid)) return { orphan: null };
  if (await serves(lock.pid, dataFolder)) return { orphan: lock.pid };
  await rm(lockPath(dataFolder), { force: true });
  return { orphan: null };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether this process is a PostgreSQL server on this very folder: its command line names the folder. */
async function serves(pid: number, dataFolder: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return commandLine.includes("postgres") && commandLine.includes(dataFolder);
}

async function commandLineOf(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return await readFile(`/proc/${pid}/cmdline`, "utf8");
    if (process.platform === "win32") {
      const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
      return (await run("powershell", ["-NoProfile", "-Command", query])).stdout;
    }
    return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout;
  } catch {
    return "";
  }
}

function lockPath(dataFolder: string): string {
  return path.join(dataFolder, "postmaster.pid");
}
