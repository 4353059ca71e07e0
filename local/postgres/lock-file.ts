import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The content of `postmaster.pid`: the server's process id on line 1, its state on line 8. */
export type LockFile = Readonly<{ pid: number; ready: boolean }>;

export async function readLockFile(dataFolder: string): Promise<LockFile | null> {
  const text = await readFile(lockPath(dataFolder), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : null;
}

/**
 * Checks the lock file of an earlier run. If its process is dead, PostgreSQL clears it: the file names the shared
 * memory by which PostgreSQL makes sure that no part of the old server is alive. If another program now has the process
 * id, PostgreSQL would never start, and the file is removed. If the process is a server that outlived its parent, its
 * id is returned as `orphan` for the caller to stop.
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

/** Whether the process is a PostgreSQL server on `dataFolder`, which its command line then names. */
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
