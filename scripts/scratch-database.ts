import { createTestDatabase, testServerVariable, type TestDatabase } from "@/local/test-database";
import { startTestServer } from "@/local/test-server";

/**
 * Runs `work` with a migrated database on its own server; both are removed afterwards. `durable`: commits wait for the
 * disk, for measurements.
 */
export async function withScratchDatabase<T>(
  work: (database: TestDatabase) => Promise<T>,
  { durable = false } = {},
): Promise<T> {
  const server = await startTestServer({ durable });
  process.env[testServerVariable("17")] = server.url;
  try {
    const database = await createTestDatabase();
    try {
      return await work(database);
    } finally {
      await database.drop();
    }
  } finally {
    await server.stop();
  }
}
