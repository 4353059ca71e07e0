import { linesOf, type Everything } from "./setup-database";

/** In a line of the catalogue or the name of a table: what is the business's before the settings are installed and ours after. */
export const becomesOurs =
  /\b(user_dashboard_settings|user_notification_settings|user_app_preferences|user_session_state|notifications|cleanup_expired_sessions)(_id_seq)?\b/;

const ourTriggers = /^triggers: CREATE TRIGGER zz_ovenai_settings_\w+ AFTER /;

export const linesOfAll = ({ catalogue, code }: Everything) => [...linesOf(catalogue), ...code];

/** What was theirs before and is not as it was: lines of the catalogue, functions and views by their text. */
export function takenAway(before: Everything, after: Everything): string[] {
  const now = new Set(linesOfAll(after));
  return linesOfAll(before).filter((line) => !now.has(line) && !becomesOurs.test(line));
}

/** What hangs on their tables now and did not before: our triggers, which run after all of theirs, and what else. */
export function addedToTheirs(before: Everything, after: Everything) {
  const tables = before.catalogue.tables
    .map((line) => line.split(" ")[0] ?? "")
    .filter((name) => !becomesOurs.test(name));
  const ofTheirs = new RegExp(`(^\\w+: |\\bON )(${tables.join("|").replaceAll(".", "\\.")})\\b`);
  const then = new Set(linesOf(before.catalogue));
  const added = linesOf(after.catalogue).filter((line) => !then.has(line) && ofTheirs.test(line));
  return {
    triggers: added.filter((line) => ourTriggers.test(line)),
    other: added.filter((line) => !ourTriggers.test(line)),
  };
}

/** Every row of every table that was there before and is not to be ours. */
export function rowsOfTheirs(before: Everything, { rows }: Everything): Everything["rows"] {
  const names = new Set(before.rows.map(({ name }) => name).filter((name) => !becomesOurs.test(name)));
  return rows.filter(({ name }) => names.has(name));
}
