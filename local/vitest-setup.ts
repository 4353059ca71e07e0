import { MAJOR_VERSIONS } from "./postgres/binaries";
import { testServerVariable } from "./test-database";
import { startTestServer } from "./test-server";

/**
 * Global set-up of the vitest project `platform`: one PostgreSQL of each version for all test files, whose workers
 * inherit its address.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const servers = await Promise.all(
    MAJOR_VERSIONS.map(async (major) => {
      const server = await startTestServer({ major });
      process.env[testServerVariable(major)] = server.url;
      return server;
    }),
  );
  return async () => void (await Promise.all(servers.map((server) => server.stop())));
}
