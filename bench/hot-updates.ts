import { randomUUID } from "node:crypto";
import { createUser } from "../local/test-people";
import { withScratchDatabase } from "../scripts/scratch-database";
import type { Figure } from "./figure";

const people = 200;
const togglesEach = 25;

/** Heap-only updates write no index entry; an index on a column that a toggle changes would prevent them. */
export const hotUpdatesFigure: Figure = {
  name: "share of toggles that are heap-only updates",
  baseline: "all updates of user_dashboard_settings",
  bar: { atLeast: 0.99 },
  measure: () =>
    withScratchDatabase(
      async ({ pool }) => {
        const client = await pool.connect();
        for (let person = 0; person < people; person += 1) {
          const claims = JSON.stringify({ sub: await createUser(pool), role: "authenticated" });
          await client.query("select set_config('request.jwt.claims', $1, false)", [claims]);
          for (let toggle = 0; toggle <= togglesEach; toggle += 1)
            await client.query("select public.patch_dashboard_settings($1, $2, $3)", [
              { project_id: null },
              { widget_visibility: { insights: toggle % 2 === 0 } },
              randomUUID(),
            ]);
        }
        await client.query("select pg_stat_force_next_flush()");
        const { rows } = await client.query(
          "select n_tup_upd updates, n_tup_hot_upd hot from pg_stat_user_tables where relname = 'user_dashboard_settings'",
        );
        client.release();
        const { updates, hot } = rows[0];
        return { ratio: Number(hot) / Number(updates), detail: `${hot} of ${updates} updates` };
      },
      { durable: true },
    ),
};
