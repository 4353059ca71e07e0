import { createTestDatabase, TEST_SERVER_VARIABLE, type TestDatabase } from "../local/test-database";
import { startTestServer } from "../local/test-server";

/** A fresh, migrated database on a server that waits for the disk at each commit, as a hosted one does. */
export async function withDurableDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const server = await startTestServer({ durable: true });
  process.env[TEST_SERVER_VARIABLE] = server.url;
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
