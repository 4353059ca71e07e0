import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { sections } from "@/lib/settings/registry";
import { weekdays } from "@/lib/vocabulary/weekdays";
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

it.each([
  ["as now", weekdays],
  ["as in another release", ["first", "last"]],
])("a week without a working day is refused, its days called %s", async (_, names) => {
  const days = Object.fromEntries(names.map((day) => [day, false]));
  const schedule = { workingHours: { start: "09:00", end: "17:00", days } };
  const attempt = database.pool.query(
    `insert into public.user_notification_settings (user_id, notification_schedule)
     values (gen_random_uuid(), $1)`,
    [JSON.stringify(schedule)],
  );
  await expect(attempt).rejects.toMatchObject({ constraint: "user_notification_settings_windows_open" });
});
