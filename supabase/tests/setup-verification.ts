import type { TestDatabase } from "@/local/test-database";
import { setupScript } from "./setup-install";

/** The design's two verification queries, as the script's header gives them to its reader. */
const queries = [...setupScript.matchAll(/^-- {3}(select .+;)$/gm)].map(([, sql = ""]) => sql);

/** What they answer, in an order that can be compared. */
export async function verificationAnswers({ pool }: Pick<TestDatabase, "pool">): Promise<string[][]> {
  const answers: string[][] = [];
  for (const sql of queries) {
    const { rows } = await pool.query<Record<string, string>>(sql);
    answers.push(rows.map((row) => Object.values(row).join(" ")).sort());
  }
  return answers;
}

const each = (table: string, whats: readonly string[], person: string, of: string) =>
  whats.map((what) => `public ${table} ${person} ${what} ${of}`);
const acts = ["add", "change", "read", "remove"];

/** What they answer of every database on which the script has run: four tables, each with its four policies. */
export const verified: readonly (readonly string[])[] = [
  ["user_app_preferences", "user_dashboard_settings", "user_notification_settings", "user_session_state"],
  [
    ...each("user_app_preferences", acts, "people", "their own preferences"),
    ...each("user_dashboard_settings", acts, "members", "their own dashboard settings"),
    ...each("user_notification_settings", acts, "people", "their own notification settings"),
    "public user_session_state people change the state of their own devices until it expires",
    "public user_session_state people forget the state of their own devices",
    "public user_session_state people keep the state of their own devices",
    "public user_session_state people read the state of their own devices until it expires",
  ],
];
