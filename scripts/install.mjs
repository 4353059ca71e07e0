// Runs before `npm run demo` and `npm test`, also on a fresh clone: plain Node without dependencies. Runs `npm ci`
// unless node_modules matches the lock file, which takes a few milliseconds to check.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [minimumMajor, minimumMinor] = [20, 19];

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : null;
}

/**
 * npm records the installed packages in node_modules/.package-lock.json. Optional packages of other platforms are in
 * the lock file but not in that record.
 */
function isInstalled() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const found = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.extraneous) return true;
    const installed = found[path];
    if (!installed) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return installed.version === entry.version && existsSync(join(root, path));
  });
}

/** The npm that runs this script, or the one beside Node; never a shell, which Windows would quote differently. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit", env: { ...process.env, NODE_ENV: "development" } };
  return npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < minimumMajor || (major === minimumMajor && minor < minimumMinor)) {
  fail(
    `This project needs Node ${minimumMajor}.${minimumMinor} or newer; this is Node ${process.versions.node}. ` +
      "Install a newer one from https://nodejs.org and run the command again.",
  );
}

if (!isInstalled()) {
  console.log("Installing the packages of package-lock.json (npm ci)...");
  const { status } = runNpm(["ci", "--no-audit", "--no-fund"]);
  if (status !== 0) fail("npm ci did not finish, so nothing was started; its message above says why.");
}
