import { TEST_SERVER_VARIABLE } from "./test-database";
import { startTestServer } from "./test-server";

/** Global set-up of the vitest project `platform`: one PostgreSQL for all test files; workers inherit its address. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  process.env[TEST_SERVER_VARIABLE] = server.url;
  return server.stop;
}
