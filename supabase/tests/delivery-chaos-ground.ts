import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { build } from "vite";
import { createDeliveryStore } from "@/lib/notifications/delivery/store";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Makes one file of the worker, so that a process of it starts in a moment: hundreds are killed. */
export async function bundleWorker() {
  const folder = await mkdtemp(join(root, ".data/chaos-"));
  await build({
    configFile: false,
    root,
    logLevel: "silent",
    resolve: { alias: { "@": root } },
    build: {
      ssr: join(root, "supabase/tests/delivery-chaos-worker.ts"),
      outDir: folder,
      rollupOptions: { output: { entryFileNames: "worker.mjs" } },
    },
  });
  return { file: join(folder, "worker.mjs"), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Plans whatever is not routed yet, and sends nothing. */
export async function planAll(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const store = createDeliveryStore(callAt(pool, null));
  const nothing = async () => ({ at: "", lease: null, deliveries: [], notices: [], people: [] });
  const senders = { email: provider(sent).send };
  await runWorker(
    { ...partsAt(pool, () => "", { senders }), store: { ...store, claim: nothing } },
    limits,
    () => true,
  );
  await pool.end();
}

/** So many workers; one that is killed is followed by another. */
export function startWorkers(file: string, env: Record<string, string>, many: number) {
  let wanted = true;
  const running = new Set<ChildProcess>();
  const complaints: string[] = [];
  const start = () => {
    const child = spawn(process.execPath, [file], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(child);
    child.stderr?.on("data", (chunk) => complaints.push(String(chunk)));
    child.once("exit", (code) => {
      running.delete(child);
      if (code !== null) complaints.push(`a worker ended by itself with ${code}`);
      if (wanted) start();
    });
  };
  for (let index = 0; index < many; index += 1) start();
  return {
    complaints,
    /** Any of them; `chance` from 0 to 1. */
    any: (chance: number) => [...running][Math.floor(chance * running.size)],
    byId: (pid: number) => [...running].find((child) => child.pid === pid),
    /** To all of them: SIGSTOP, SIGCONT. */
    send(signal: NodeJS.Signals) {
      for (const child of running) child.kill(signal);
    },
    stop() {
      wanted = false;
      for (const child of running) child.kill("SIGKILL");
    },
  };
}
export type Workers = ReturnType<typeof startWorkers>;
