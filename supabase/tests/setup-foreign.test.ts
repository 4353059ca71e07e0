import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/local/test-database";
import { businessLines, businessTables, fillBusiness, isBusinessCode } from "./business-tables";
import { readCatalogue, type Catalogue } from "./catalogue";
import {
  compare,
  everything,
  lostValues,
  readCode,
  remember,
  majorsOfThisRun,
  startBench,
  type Bench,
} from "./setup-database";
import { install } from "./setup-install";
import { verificationAnswers, verified } from "./setup-verification";

describe.each(majorsOfThisRun)(
  "on PostgreSQL %s, a business with clients and projects of its own",
  (major) => {
    let bench: Bench;
    let wanted: Catalogue;
    let wantedCode: string[];
    beforeAll(async () => {
      bench = await startBench(major);
      const migrated = await bench.create();
      wanted = await readCatalogue(migrated.pool);
      wantedCode = await readCode(migrated);
    });
    afterAll(() => bench.close());

    describe.each(["closed", "open"] as const)(
      "and %s default privileges, after the setup script",
      (defaults) => {
        let database: TestDatabase;
        let before: Catalogue;
        beforeAll(async () => {
          database = await bench.create({ migrations: false, defaults });
          await database.pool.query(businessTables);
          await fillBusiness(database.pool);
          await remember(database, ["clients", "projects", "invoices"]);
          before = await readCatalogue(database.pool);
          await install(database);
        });

        const count = async (table: string) =>
          (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

        it("has the catalogue of the migrations, and beside it exactly what is its own", async () => {
          const { missing, surplus } = compare(await readCatalogue(database.pool), wanted);
          expect(missing).toEqual([]);
          expect(surplus.sort()).toEqual(businessLines(before));
        });

        it("has the functions and views of the migrations, word for word, beside its own", async () => {
          const code = await readCode(database);
          expect(code.filter((line) => !isBusinessCode(line))).toEqual(wantedCode);
          expect(code.filter(isBusinessCode)).toHaveLength(2);
        });

        it("answers the design's two verification queries", async () => {
          expect(await verificationAnswers(database)).toEqual(verified);
        });

        it("finds every value in its own row, and no row beside but the client made for projects without one", async () => {
          expect(await count("remembered.rows")).toBe(8);
          expect(await lostValues(database)).toEqual([]);
          expect(await count("kept_by_setup.rows")).toBe(0);
          expect(await count("public.clients")).toBe(3);
          expect(await count("public.projects")).toBe(3);
          expect(await count("public.invoices")).toBe(3);
        });

        it("is not changed by a second run", async () => {
          const first = await everything(database);
          await install(database);
          expect(await everything(database)).toEqual(first);
        });
      },
    );
  },
);
