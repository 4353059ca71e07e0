import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { installTools, runProgram } from "../npm-tools";

/** Vercel's own builder, and the Node its functions run on; newer builders ask for a package that no registry has. */
const tools = ["vercel@60.0.0", "node@24.21.0"];

/** What is made here, and belongs to no deployment. */
const notDeployed =
  /^(node_modules|\.git|\.data|\.vercel|\.next.*|test-results|\.env\.local|.*\.tsbuildinfo)$/;

/** The folder of the build output, and that of the project as it was then, from which functions take their files. */
export type Build = Readonly<{ output: string; project: string }>;

export type Deployment = Readonly<{
  node: string;
  /** Builds as a push to Vercel would. Each build has an id of its own. */
  build(): Promise<Build>;
  remove(): void;
}>;

/** Copies the project and installs Vercel's builder beside it, from the npm registry. */
export async function prepareDeployment(root: string, log: (line: string) => void): Promise<Deployment> {
  log(`Installing ${tools.join(" and ")}...`);
  const { folder, programs, remove } = await installTools(tools);
  // Outside of the project: Next takes the outermost lock file for the root.
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
    return { output, project: keep(project, join(output, "project")) };
  };
  return { node: join(programs, "node"), build, remove };
}

/** Keeps what Next has built, which the next build replaces, and points to all else. */
function keep(project: string, kept: string): string {
  mkdirSync(kept);
  for (const name of readdirSync(project)) {
    if (name === ".next") cpSync(join(project, name), join(kept, name), { recursive: true });
    else symlinkSync(join(project, name), join(kept, name));
  }
  return kept;
}
