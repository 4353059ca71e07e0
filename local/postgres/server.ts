import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { HOST, assertPortFree } from "../ports";
import { refusal } from "../refusal";
import { type Binaries, findBinaries, type MajorVersion } from "./binaries";
import { initialise, PASSWORD, SUPERUSER } from "./initialise";
import { clearStaleLock, isAlive, readLockFile } from "./lock-file";
import { assertReachable, type ServerAccount, serverAccount } from "./server-account";

export type PostgresOptions = Readonly<{
  /** The folder of the data; a missing parent is created. */
  dataFolder: string;
  port: number;
  /** Default: 17. */
  major?: MajorVersion;
  /** Extra server settings, such as `fsync: "off"` for a server whose data is thrown away. */
  settings?: Readonly<Record<string, string>>;
  /** Starts the server again when it ends by anything but `stop`, as a hosted database comes back. Default: false. */
  comesBack?: boolean;
}>;

export type PostgresServer = Readonly<{
  /** Connection string of the superuser; the database is `postgres`. */
  url: string;
  port: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}>;

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
/** The processes of a killed server hold its shared memory for a moment, and no other starts before they end. */
const COMES_BACK_MS = 200;

/** Small values: the whole platform, app included, must stay under 900 MB. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "32MB",
  max_wal_size: "256MB",
  // No replication: it would cost six more processes and their buffers.
  max_wal_senders: "0",
  wal_level: "minimal",
  max_logical_replication_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
};

/**
 * Starts PostgreSQL on a folder, which the first start makes. The server may be stopped and started again. Throws a
 * refusal for a taken port, a folder that PostgreSQL may not enter, a running copy, or data of another version.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dataFolder = path.resolve(options.dataFolder);
  const account = await serverAccount();
  await mkdir(path.dirname(dataFolder), { recursive: true });
  const { major = "17" } = options;
  const binaries = await findBinaries(major);
  await assertReachable(dataFolder, account);
  await assertReachable(binaries.postgres, account);
  await initialise(binaries, dataFolder, account, major);

  let child: ChildProcess | null = null;
  let starting: Promise<void> | null = null;
  let wanted = false;
  const start = () => {
    wanted = true;
    starting ??= launchUnlessRunning().finally(() => (starting = null));
    return starting;
  };
  const launchUnlessRunning = async () => {
    // A crashed server is started like a stopped one.
    if (child !== null && !hasEnded(child)) return;
    child = await launch(binaries, { ...options, dataFolder }, account);
    if (options.comesBack) child.once("exit", () => void comeBack());
  };
  const comeBack = async () => {
    for (let isBack = false; wanted && !isBack;) {
      await delay(COMES_BACK_MS);
      if (wanted)
        isBack = await start()
          .then(() => true)
          .catch(() => false);
    }
  };
  const stop = async () => {
    wanted = false;
    await starting?.catch(() => undefined);
    const running = child;
    child = null;
    if (running?.pid !== undefined) await stopProcess(binaries, dataFolder, running.pid);
  };
  // If this process ends without `stop`, PostgreSQL shuts down cleanly by itself.
  process.once("exit", () => child?.kill("SIGINT"));
  await start();
  const url = `postgresql://${SUPERUSER}:${PASSWORD}@${HOST}:${options.port}/postgres`;
  return { url, port: options.port, start, stop };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Stops the server on `dataFolder` if it outlived the process that started it. */
export async function stopAbandoned(dataFolder: string): Promise<void> {
  const { orphan } = await clearStaleLock(dataFolder);
  if (orphan !== null) await stopProcess(await findBinaries(), dataFolder, orphan);
}

async function launch(binaries: Binaries, options: PostgresOptions, account: ServerAccount) {
  const { dataFolder, port } = options;
  const { orphan } = await clearStaleLock(dataFolder);
  if (orphan !== null) await stopProcess(binaries, dataFolder, orphan);
  await assertPortFree(port, "PostgreSQL");

  const settings = { ...SETTINGS, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logFile = `${dataFolder}.log`;
  const log = await open(logFile, "w");
  try {
    const child = spawn(binaries.postgres, ["-D", dataFolder, "-p", String(port), ...flags], {
      ...account,
      stdio: ["ignore", log.fd, log.fd],
      // Its own process group: Ctrl-C in the terminal reaches only this process, which stops everything in order.
      detached: true,
    });
    await untilReady(child, dataFolder, logFile);
    return child;
  } finally {
    await log.close();
  }
}

/** Waits, like `pg_ctl start`, until PostgreSQL writes "ready" to its lock file. */
async function untilReady(child: ChildProcess, dataFolder: string, logFile: string): Promise<void> {
  let failure: Error | null = null;
  child.once("error", (error) => (failure = error));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const lock = await readLockFile(dataFolder);
    if (lock?.pid === child.pid && lock?.ready) return;
    if (failure !== null || hasEnded(child)) break;
    await delay(10);
  }
  child.kill("SIGQUIT");
  const lines = (await readFile(logFile, "utf8").catch(() => "")).trim().split("\n");
  throw refusal(`PostgreSQL did not start: ${failure ?? lines.at(-1)} (see ${logFile})`, failure);
}

/** Shuts down fast (ends connections, writes all data), and immediately after ten seconds without success. */
async function stopProcess(binaries: Binaries, dataFolder: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  await signal(binaries, dataFolder, pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid) && Date.now() < deadline) await delay(10);
  if (isAlive(pid)) await signal(binaries, dataFolder, pid, "SIGQUIT");
  while (isAlive(pid)) await delay(10);
}

async function signal(binaries: Binaries, dataFolder: string, pid: number, name: "SIGINT" | "SIGQUIT") {
  if (process.platform !== "win32") {
    process.kill(pid, name);
    return;
  }
  const mode = name === "SIGINT" ? "fast" : "immediate";
  const pgCtl = spawn(binaries.pgCtl, ["stop", "-D", dataFolder, "-m", mode], { stdio: "ignore" });
  await new Promise((resolve) => pgCtl.once("exit", resolve));
}
