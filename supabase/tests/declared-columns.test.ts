import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { sections } from "@/lib/settings/registry";
import { storedSection } from "@/scripts/generate/tables";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

it.each(sections.map(storedSection))(
  "$table has the columns of $name and no other document",
  async (stored) => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select attname as name from pg_attribute
     where attrelid = $1::regclass and atttypid = 'jsonb'::regtype and not attisdropped`,
      [stored.table],
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...stored.columns].sort());
  },
);
