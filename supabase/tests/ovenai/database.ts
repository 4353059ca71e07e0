import type { TestDatabase } from "@/local/test-database";
import type { Bench } from "../setup-database";
import { buildOvenai } from "./build";
import { fillOvenai, type Ovenai } from "./fill";

/** An existing OvenAI database, built and filled, with the default privileges of an older hosted project. */
export async function createOvenai(bench: Bench): Promise<{ database: TestDatabase; ovenai: Ovenai }> {
  const database = await bench.create({ migrations: false, defaults: "open" });
  await buildOvenai(database.pool);
  return { database, ovenai: await fillOvenai(database.pool) };
}
