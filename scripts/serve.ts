import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { HOST, assertPortFree } from "../local/ports";
import { refusal } from "../local/refusal";
import { nextProgramOf } from "./build";
import { root } from "./root";

export type AppServer = { url: string; pid: number; stop(): Promise<void>; exited: Promise<string> };

export type ServeOptions = {
  mode: "start" | "dev";
  port: number;
  distDir: string;
  /** Overwritten at each start; null: the app writes to this terminal. */
  logFile: string | null;
  env: Record<string, string>;
  /** Where the app lies; this folder if not said. */
  folder?: string;
};

/**
 * Ends the app when the process that started it ends, so that no port stays taken. Encoded, because Next passes the
 * option on to its own processes and loses quotes.
 */
const endWithParent = encodeURIComponent('process.on("disconnect",()=>process.exit())');
const followParent = `data:text/javascript,${endWithParent}`;

const memory = { start: "--max-old-space-size=256", dev: "--max-old-space-size=2048" };

/** Serves the app on the loopback address; resolves when `/api/health` answers 200. */
export async function serveApp(options: ServeOptions): Promise<AppServer> {
  await assertPortFree(options.port, "the app");
  const child = launch(options);
  const exited = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`the app ended (${signal ?? code})`));
  });
  const stop = () => stopProcess(child);
  const url = `http://localhost:${options.port}`;
  try {
    await untilHealthy(url, exited);
  } catch (error) {
    await stop();
    throw withLog(error, options.logFile);
  }
  return { url, pid: child.pid ?? 0, stop, exited };
}

function launch({ mode, port, distDir, logFile, env, folder = root }: ServeOptions): ChildProcess {
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });
  const output = logFile ? openSync(logFile, "w") : "inherit";
  const nextArguments = [nextProgramOf(folder), mode, "--port", String(port), "--hostname", HOST];
  // Node runs Next directly: npx or npm would add two processes.
  return spawn(process.execPath, [memory[mode], "--import", followParent, ...nextArguments], {
    cwd: folder,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
      NEXT_DIST_DIR: distDir,
      NODE_ENV: nodeEnv(mode),
    },
    stdio: ["ignore", output, output, "ipc"],
    // Its own process group: Ctrl-C in the terminal reaches only the command, which then stops everything in order.
    detached: process.platform !== "win32",
  });
}

const nodeEnv = (mode: ServeOptions["mode"]) => (mode === "dev" ? "development" : "production");

async function untilHealthy(url: string, exited: Promise<string>): Promise<void> {
  let ended: string | null = null;
  void exited.then((reason) => (ended = reason));
  const deadline = Date.now() + 90_000;
  let last = "no answer";
  while (Date.now() < deadline && ended === null) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => null,
    );
    if (answer?.status === 200) return;
    if (answer) last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    await delay(100);
  }
  throw refusal(`The app did not become healthy: ${ended ?? `${url}/api/health said ${last}`}.`);
}

function withLog(error: unknown, logFile: string | null): Error {
  const tail = logFile ? readFileSync(logFile, "utf8").trim().split("\n").slice(-15).join("\n") : "";
  const message = error instanceof Error ? error.message : String(error);
  return refusal(tail ? `${message}\n${tail}\n(${logFile})` : message, error);
}

/** Ends the app gracefully; open connections may delay the end by three seconds at most. */
async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await gone;
  clearTimeout(timer);
}
