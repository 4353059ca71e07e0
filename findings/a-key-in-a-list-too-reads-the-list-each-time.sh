#!/bin/sh
# Guess: in `update t from chosen c where c.id = t.id and t.id = any ($1)` the second condition can only help: it says the same
#   again, and the planner drops it or uses it to read less.
# Behaviour: where the planner joins by an index on id, both become its condition, and the list is prepared anew for each row
#   of the join: 2,000 rows by a list of 2,000 cost many times what the join alone costs. Without the list the plan is the
#   same. It helps only where the planner would otherwise read the table from end to end.
# Versions: PostgreSQL 17 as @electric-sql/pglite 0.3.15, Node 20, and PostgreSQL 17.10 as a server.
# Who meets it: whoever names ids twice to keep the planner from a sequential scan. It was met in a rewrite of
#   private.claim_deliveries that was given up; the one that is kept counts its rows before, and is not joined so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "finding", "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.3.15

cat > join.js <<'JS'
import { PGlite } from "@electric-sql/pglite";

const db = new PGlite();
await db.exec(`
  create table t (id uuid primary key, n integer);
  insert into t select gen_random_uuid(), n from generate_series(1, 50000) n;
  create table chosen as select id from t order by n limit 2000;
  analyze t;
  set enable_hashjoin = off;
  set enable_mergejoin = off;
`);
const { rows } = await db.query("select array_agg(id) as ids from chosen");
async function run(condition) {
  const text = `explain (analyze, format json) select count(t.n) from chosen c join t on c.id = t.id ${condition}`;
  let best = Infinity;
  let plan = "";
  for (let round = 0; round < 3; round += 1) {
    const answer = await db.query(text, condition ? [rows[0].ids] : []);
    const [explained] = answer.rows[0]["QUERY PLAN"];
    best = Math.min(best, explained["Execution Time"]);
    plan = JSON.stringify(explained);
  }
  return { best, both: /Index Cond":"[^"]*= ANY[^"]*"/.test(plan) };
}
const alone = await run("");
const twice = await run("and t.id = any ($1::uuid[])");
console.log("the list is part of the index condition:", twice.both);
console.log("costs more than three times as much:", twice.best > 3 * alone.best);
console.error(`${alone.best.toFixed(1)} ms alone, ${twice.best.toFixed(1)} ms with the list`);
await db.close();
JS
node join.js | tee seen
grep -qx 'the list is part of the index condition: true' seen && grep -qx 'costs more than three times as much: true' seen ||
  { echo "The list is no longer read for each row: the finding does not hold."; exit 1; }
