import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const condition = z.object({
  type: z.enum(["header", "cookie", "query", "host"]),
  key: z.string().optional(),
});
const valued = condition.extend({ value: z.string().optional() });

const route = z.object({
  src: z.string(),
  dest: z.string().optional(),
  status: z.number().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  methods: z.array(z.string()).optional(),
  has: z.array(valued).optional(),
  missing: z.array(valued).optional(),
  continue: z.boolean().optional(),
  /** Whether `dest` is looked for among files and functions, and passed over where it is neither. */
  check: z.boolean().optional(),
  middlewarePath: z.string().optional(),
});
const phase = z.object({ handle: z.enum(["filesystem", "resource", "miss", "rewrite", "hit", "error"]) });

const config = z.object({
  version: z.literal(3),
  routes: z.array(z.union([phase, route])),
  overrides: z.record(
    z.string(),
    z.object({ path: z.string().optional(), contentType: z.string().optional() }),
  ),
});

export type Route = z.infer<typeof route>;
export type Condition = z.infer<typeof valued>;
export type PhaseName = z.infer<typeof phase>["handle"] | "first";

export type OutputConfig = Readonly<{
  phases: ReadonlyMap<PhaseName, readonly Route[]>;
  /** Type and address of files whose name says neither. */
  overrides: z.infer<typeof config>["overrides"];
}>;

/** Reads `config.json` of a build output (Build Output API, version 3). Throws a ZodError for any other. */
export function readConfig(output: string): OutputConfig {
  const { routes, overrides } = config.parse(JSON.parse(readFileSync(join(output, "config.json"), "utf8")));
  const phases = new Map<PhaseName, Route[]>();
  let name: PhaseName = "first";
  for (const one of routes)
    if ("handle" in one) name = one.handle;
    else phases.set(name, [...(phases.get(name) ?? []), one]);
  return { phases, overrides };
}
