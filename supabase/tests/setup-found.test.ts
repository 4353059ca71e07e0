import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { REMOVAL_SCRIPT } from "@/scripts/generate/removal-script";
import { businesses } from "./businesses";
import { readCatalogue, type Catalogue } from "./catalogue";
import {
  compare,
  everything,
  majorsOfThisRun,
  startBench,
  type Bench,
  type Everything,
} from "./setup-database";
import { install, send } from "./setup-install";
import { verificationAnswers, verified } from "./setup-verification";
import { addedToTheirs, linesOfAll, rowsOfTheirs, takenAway } from "./untouched";

const removalScript = readFileSync(REMOVAL_SCRIPT, "utf8");
/** Default privileges decide nothing about theirs: one of each is enough. */
const grounds = businesses.map((business, place) => ({
  ...business,
  defaults: place % 2 ? ("open" as const) : ("closed" as const),
}));

describe.each(majorsOfThisRun)("on PostgreSQL %s, the setup script", (major) => {
  let bench: Bench;
  let wanted: Catalogue;
  beforeAll(async () => {
    bench = await startBench(major);
    wanted = await readCatalogue((await bench.create()).pool);
  });
  afterAll(() => bench.close());

  describe.each(grounds)(
    "beside a business $name and $defaults default privileges",
    ({ build, theirs, defaults }) => {
      let database: TestDatabase;
      let before: Everything;
      let after: Everything;
      beforeAll(async () => {
        database = await bench.create({ migrations: false, defaults });
        await build(database.pool);
        before = await everything(database);
        await install(database);
        after = await everything(database);
      });

      it("takes nothing of theirs away and puts nothing on their tables but triggers of ours, which run last", () => {
        expect(takenAway(before, after)).toEqual([]);
        expect(addedToTheirs(before, after).other).toEqual([]);
        expect(addedToTheirs(before, after).triggers.length).toBeGreaterThan(0);
      });

      it("changes no row of theirs", () => {
        expect(rowsOfTheirs(before, after)).toEqual(rowsOfTheirs(before, before));
      });

      it("makes of all else what the migrations make", () => {
        // What people judge of leads that are not theirs to change is stored by the owner of the database.
        const ofTheirs = new RegExp(
          `public\\.(${theirs.join("|")})(_id_seq)?\\b|store_judgement\\(.*invoker`,
        );
        // Counts are kept where all that they count is ours (docs/decisions/048); beside others it is counted when asked.
        const keptCounts = /private\.(counted_leads|lead_tallies|count_\w*leads\w*|writer_number)\b/;
        const whole = /^(columns|indexes|policies|grants|column_grants|functions|function_grants|types): /;
        const { missing } = compare(after.catalogue, wanted);
        const mustBe = (line: string) => whole.test(line) && !ofTheirs.test(line) && !keptCounts.test(line);
        expect(missing.filter(mustBe)).toEqual([]);
      });

      it("leaves no function that names a stand-in of its own", async () => {
        const sql = "select oid::regprocedure::text from pg_proc where prosrc ~ 'ovenai_setup'";
        expect((await database.pool.query(sql)).rows).toEqual([]);
      });

      it("answers the design's two verification queries", async () => {
        expect(await verificationAnswers(database)).toEqual(verified);
      });

      it("is not changed by a second run", async () => {
        await install(database);
        expect(await everything(database)).toEqual(after);
      });

      it("is led back to what was theirs, to the byte, keeps what people did, and may be installed again", async () => {
        const done = theirs.includes("leads")
          ? "insert into private.lead_judgements (lead_id, heat) values (gen_random_uuid(), 'hot')"
          : "insert into public.leads (project_id, name, heat) values (gen_random_uuid(), 'Dana', 'hot')";
        await database.pool.query(done);
        await send(database, [removalScript]);
        const sql =
          "select content ->> 'heat' as heat from kept_by_setup.rows where relation ~ 'leads|judgements'";
        expect((await database.pool.query(sql)).rows).toEqual([{ heat: "hot" }]);
        const removed = await everything(database);
        expect(linesOfAll(removed)).toEqual(linesOfAll(before));
        expect(rowsOfTheirs(before, removed)).toEqual(rowsOfTheirs(before, before));
        await install(database);
        expect(linesOfAll(await everything(database))).toEqual(linesOfAll(after));
      });
    },
  );
});
