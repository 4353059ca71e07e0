import type { TestDatabase } from "@/local/test-database";
import type { Bench } from "../setup-database";
import { buildOvenai } from "./build";
import { fillOvenai, type Ovenai } from "./fill";

/** In a line of the catalogue or the name of a table: what is OvenAI's before the settings are installed and ours after. */
export const becomesOurs =
  /\b(user_dashboard_settings|user_notification_settings|user_app_preferences|user_session_state|notifications|cleanup_expired_sessions)\b/;

/** An existing OvenAI database, built and filled, with the default privileges of an older hosted project. */
export async function createOvenai(bench: Bench): Promise<{ database: TestDatabase; ovenai: Ovenai }> {
  const database = await bench.create({ migrations: false, defaults: "open" });
  await buildOvenai(database.pool);
  return { database, ovenai: await fillOvenai(database.pool) };
}
