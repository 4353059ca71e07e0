import { readdirSync, readFileSync } from "node:fs";
import { basePort } from "../local/ports";
import { refusal } from "../local/refusal";
import { runCommand } from "./command";

/**
 * Memory of a running demo by process, as PSS (Linux): shared memory is divided among its processes, so that the sum is
 * the machine's real use. Reported, never asserted: it depends on the pages that were opened.
 */
type Row = { pid: number; parent: number; command: string; kibibytes: number };

const read = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process ended meanwhile.
    return "";
  }
};

function rowOf(pid: number): Row {
  const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  const kibibytes = Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  const command = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
  return { pid, parent, command, kibibytes };
}

/** The processes of the demo on `port`: the npm or node process that runs it and all its descendants. */
function processesOf(port: number): Row[] {
  const rows = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [rowOf(Number(name))] : []));
  const environment = (pid: number) => read(`/proc/${pid}/environ`).split("\0");
  const roots = rows.filter(({ pid, command }) => {
    if (!/^(npm run demo|\S*node\b.*scripts\/demo\.ts)/.test(command)) return false;
    const set = environment(pid).find((entry) => entry.startsWith("PORT="));
    return basePort(set?.slice("PORT=".length)) === port;
  });
  const found = new Map(roots.map((row) => [row.pid, row]));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const row of rows) if (found.has(row.parent)) found.set(row.pid, row);
  }
  return [...found.values()];
}

await runCommand(async () => {
  if (process.platform !== "linux") throw refusal("npm run memory reads /proc, which only Linux has.");
  const port = basePort(process.env.PORT);
  const rows = processesOf(port).sort((a, b) => b.kibibytes - a.kibibytes);
  if (rows.length === 0) throw refusal(`No demo runs on port ${port}: start it with npm run demo.`);
  const megabytes = (kibibytes: number) => `${((kibibytes * 1024) / 1e6).toFixed(1).padStart(8)} MB`;
  for (const row of rows) console.log(`${megabytes(row.kibibytes)}  ${row.pid}  ${row.command.slice(0, 90)}`);
  console.log(
    `${megabytes(rows.reduce((sum, row) => sum + row.kibibytes, 0))}  in ${rows.length} processes (PSS)`,
  );
});
