import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { installTools, runProgram } from "../npm-tools";

/** Vercel's own builder, and the Node its functions run on; newer builders ask for a package that no registry has. */
const tools = ["vercel@60.0.0", "node@24.21.0"];

/** What is made here, and belongs to no deployment. */
const notDeployed =
  /^(node_modules|\.git|\.data|\.vercel|\.next.*|test-results|\.env\.local|.*\.tsbuildinfo)$/;

export type Deployment = Readonly<{
  /** The copy of the project, outside of it: Next takes the outermost lock file for the root. */
  project: string;
  node: string;
  /** Builds as a push to Vercel would; answers the folder of the build output. Each build has an id of its own. */
  build(): Promise<string>;
  remove(): void;
}>;

/** Copies the project and installs Vercel's builder beside it, from the npm registry. */
export async function prepareDeployment(root: string, log: (line: string) => void): Promise<Deployment> {
  log(`Installing ${tools.join(" and ")}...`);
  const { folder, programs, remove } = await installTools(tools);
  const project = join(folder, "project");
  cpSync(root, project, {
    recursive: true,
    filter: (path) => path === root || !notDeployed.test(basename(path)),
  });
  mkdirSync(join(project, ".vercel"));
  const settings = { framework: "nextjs", nodeVersion: "24.x" };
  const link = { projectId: "-", orgId: "-", settings };
  writeFileSync(join(project, ".vercel", "project.json"), JSON.stringify(link));
  const build = async () => {
    const output = join(folder, `output-${randomUUID()}`);
    log("Building as Vercel does (some two minutes)...");
    await runProgram(join(programs, "vercel"), ["build", "--yes", "--output", output], project, {
      PATH: `${programs}:${process.env.PATH}`,
      VERCEL_TELEMETRY_DISABLED: "1",
      NEXT_TELEMETRY_DISABLED: "1",
    });
    return output;
  };
  return { project, node: join(programs, "node"), build, remove };
}
