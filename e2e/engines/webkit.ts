import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Readable } from "node:stream";
import { HOST, freePort } from "../../local/ports";
import { findWebKit } from "../../scripts/engines";
import type { Engine, EngineOptions } from "./engine";
import { openSession } from "./webdriver";

/** WebKit as Debian builds it, on a screen that nobody sees. */
export async function openWebKit({ zone }: EngineOptions): Promise<Engine> {
  const webkit = findWebKit();
  if (!webkit) throw new Error("WebKit is not installed");
  const screen = spawn(webkit.xvfb, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await firstLine(screen.stdio[3]);
  const port = await freePort();
  const driver = spawn(webkit.driver, [`--host=${HOST}`, `--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, TZ: zone, LIBGL_ALWAYS_SOFTWARE: "1", LANG: "C.UTF-8" },
    stdio: "ignore",
  });
  const stop = () => Promise.all([end(driver), end(screen)]);
  try {
    await untilListening(port);
    const session = await openSession(`http://${HOST}:${port}`, {
      acceptInsecureCerts: true,
      pageLoadStrategy: "none",
      "webkitgtk:browserOptions": { binary: webkit.browser, args: ["--automation"] },
    });
    const close = async () => {
      await session.end().catch(() => undefined);
      await stop();
    };
    return { page: session.page, close };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The stream stays open: Xvfb writes to it in pieces, and ends where nobody reads them. */
async function firstLine(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error("Xvfb has no way to tell its screen");
  const [chunk] = await once(stream, "data");
  return String(chunk).trim();
}

async function untilListening(port: number) {
  const deadline = Date.now() + 20_000;
  const answers = () =>
    fetch(`http://${HOST}:${port}/status`).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (Date.now() > deadline) throw new Error("the WebDriver of WebKit does not answer");
    await delay(50);
  }
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
