import { readFileSync } from "node:fs";
import type pg from "pg";

/** By concern, in the order in which one needs another. */
const files = [
  "tenancy",
  "leads",
  "notifications",
  "settings",
  "performance",
  "memberships",
  "validation",
  "outbound",
  "services",
  "sign-up",
  "access",
] as const;

/**
 * Makes an existing OvenAI database of a bare one: tables, functions, triggers, policies and grants of before the
 * settings, without rows. `fillOvenai` fills it.
 */
export async function buildOvenai(pool: pg.Pool): Promise<void> {
  for (const file of files) await pool.query(readFileSync(new URL(`./${file}.sql`, import.meta.url), "utf8"));
}
