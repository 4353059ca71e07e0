import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { refusal } from "../refusal";

const run = promisify(execFile);

/** The operating-system account that runs PostgreSQL; null: the account of this process. */
export type ServerAccount = Readonly<{ uid: number; gid: number }> | null;

/** The account for PostgreSQL, which refuses to run as root: root uses the account `postgres`, created if missing. */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return null;
  const known = await lookUp();
  if (known) return known;
  try {
    await run("groupadd", ["--system", "--force", "postgres"]);
    await run("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  } catch (cause) {
    throw refusal(
      "PostgreSQL does not run as root and the account postgres could not be made: create it, run as an ordinary user, or set DATABASE_URL.",
      cause,
    );
  }
  const made = await lookUp();
  if (!made) throw refusal("PostgreSQL does not run as root, and the account postgres cannot be found.");
  return made;
}

async function lookUp(): Promise<ServerAccount> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/**
 * Throws a refusal that names the first folder above `target` which the account may not enter. Without this check the
 * start fails with an `EACCES` that names PostgreSQL's program instead of the folder (a clone in root's home of mode
 * 0700).
 */
export async function assertReachable(target: string, account: ServerAccount): Promise<void> {
  if (account === null) return;
  for (const folder of foldersAbove(target)) {
    const { uid, gid, mode } = await stat(folder);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (mode & needed) continue;
    throw refusal(
      `PostgreSQL runs as the account postgres, which may not enter ${folder}: run chmod o+x '${folder}', or put the project in a folder that others may enter.`,
    );
  }
}

function foldersAbove(target: string): string[] {
  const folder = path.dirname(path.resolve(target));
  return folder === path.dirname(folder) ? [folder] : [...foldersAbove(folder), folder];
}
