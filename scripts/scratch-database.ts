import { createTestDatabase, testServerVariable, type TestDatabase } from "@/local/test-database";
import { startTestServer } from "@/local/test-server";

/**
 * For a command that needs a migrated database for a moment: nothing of it is left. `durable`: commits wait for the
 * disk, for whoever measures.
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
