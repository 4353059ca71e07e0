import type pg from "pg";
import { createUser } from "../local/test-people";
import { withScratchDatabase } from "../scripts/scratch-database";
import { inTurn, timed, type Figure } from "./figure";

const rows = 100_000;
const reads = 5;

/** Two copies of one table that differ only in the policy's wording. */
const tables = `
  create table public.wrapped (id bigint generated always as identity, user_id uuid not null);
  insert into public.wrapped (user_id) select gen_random_uuid() from generate_series(1, ${rows - 100});
  create table public.unwrapped (like public.wrapped);
  alter table public.wrapped enable row level security;
  alter table public.unwrapped enable row level security;
  create policy "own rows" on public.wrapped for select to authenticated using (user_id = (select auth.uid()));
  create policy "own rows" on public.unwrapped for select to authenticated using (user_id = auth.uid());
  grant select on public.wrapped, public.unwrapped to authenticated;`;

async function fill(pool: pg.Pool): Promise<pg.PoolClient> {
  const userId = await createUser(pool);
  await pool.query(tables);
  await pool.query("insert into public.wrapped (user_id) select $1 from generate_series(1, 100)", [userId]);
  await pool.query("insert into public.unwrapped (id, user_id) select id, user_id from public.wrapped");
  await pool.query("analyze public.wrapped, public.unwrapped");
  const reader = await pool.connect();
  const claims = JSON.stringify({ sub: userId, role: "authenticated" });
  await reader.query("select set_config('request.jwt.claims', $1, false)", [claims]);
  await reader.query("set role authenticated");
  return reader;
}

/**
 * Compares `(select auth.uid())`, evaluated once per statement, with `auth.uid()`, evaluated once per row. Neither
 * table has an index.
 */
export const policyReadFigure: Figure = {
  name: `row-level read of ${rows.toLocaleString("en")} rows, time`,
  baseline: "the same policy with auth.uid() unwrapped",
  bar: { atMost: 0.5 },
  measure: () =>
    withScratchDatabase(
      async ({ pool }) => {
        const reader = await fill(pool);
        const count = (table: string) => async () => {
          const elapsedMs = await timed(async () => {
            for (let read = 0; read < reads; read += 1)
              await reader.query(`select count(*) from public.${table}`);
          });
          return elapsedMs / reads;
        };
        const times = await inTurn(6, count("wrapped"), count("unwrapped"));
        reader.release(true);
        const detail = `${times.ours.toFixed(1)} ms against ${times.baseline.toFixed(1)} ms`;
        return { ratio: times.ours / times.baseline, detail };
      },
      { durable: true },
    ),
};
