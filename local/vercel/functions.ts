import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const settings = z.object({
  handler: z.string(),
  useWebApi: z.boolean().optional(),
  /** Where a file lies in the function -> where it lies in the project. */
  filePathMap: z.record(z.string(), z.string()).optional(),
});

const program = fileURLToPath(new URL("function-process.mjs", import.meta.url));

/** A running function. */
export type Instance = Readonly<{ port: number; process: ChildProcess }>;

export type Functions = Readonly<{
  exists(path: string): boolean;
  /** The instance of the function at this path; started at its first use, and again after it ended. */
  at(path: string): Promise<Instance>;
  stop(): Promise<void>;
}>;

type Options = Readonly<{
  /** The build output, and the project it was made of. */
  output: string;
  project: string;
  /** The Node that runs the functions. */
  node: string;
  env: Readonly<Record<string, string>>;
  logFile: string;
}>;

/**
 * The functions of a build output, each address in a process of its own: what one keeps in its memory no other sees, as
 * on Vercel, where any request may meet a new instance.
 */
export function startFunctions(options: Options): Functions {
  const running = new Map<string, Promise<Instance>>();
  const folderOf = (path: string) =>
    join(options.output, "functions", `${path === "/" ? "/index" : path}.func`);
  const start = async (path: string): Promise<Instance> => {
    const instance = await launch(path, realpathSync(folderOf(path)), options);
    instance.process.once("exit", () => running.delete(path));
    return instance;
  };
  return {
    exists: (path) => existsSync(folderOf(path)),
    at(path) {
      const known = running.get(path) ?? start(path);
      running.set(path, known);
      return known;
    },
    async stop() {
      for (const one of running.values()) {
        const { process } = await one;
        const gone = once(process, "exit");
        process.kill("SIGKILL");
        await gone;
      }
    },
  };
}

async function launch(path: string, folder: string, { output, project, node, env, logFile }: Options) {
  const {
    handler,
    useWebApi,
    filePathMap = {},
  } = settings.parse(JSON.parse(readFileSync(join(folder, ".vc-config.json"), "utf8")));
  const own = join(output, "run", encodeURIComponent(relative(join(output, "functions"), folder)));
  if (!existsSync(own)) {
    cpSync(folder, own, { recursive: true });
    for (const [there, here] of Object.entries(filePathMap)) {
      mkdirSync(dirname(join(own, there)), { recursive: true });
      cpSync(join(project, here), join(own, there));
    }
  }
  const log = openSync(logFile, "a");
  const child = spawn(node, [program, own, handler, useWebApi ? "fetch" : "node"], {
    cwd: own,
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      VERCEL: "1",
      VERCEL_REGION: "local",
      ...env,
    },
    stdio: ["ignore", log, log, "ipc"],
  });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The function at ${path} ended at its start (${signal ?? code}); see ${logFile}.`);
  });
  const ready = once(child, "message").then(
    ([message]) => z.object({ port: z.number() }).parse(message).port,
  );
  const port = await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  return { port, process: child };
}
