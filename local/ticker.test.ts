import { createServer } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createUser } from "./test-people";
import { startTicker } from "./ticker";
import { createTestDatabase, type TestDatabase } from "./test-database";
import { HOST } from "./ports";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("a ticker calls the route with its secret once something is due, and goes on after a call that failed", async () => {
  const calls: (string | undefined)[] = [];
  let thirdCall: () => void = () => undefined;
  const called = new Promise<void>((resolve) => (thirdCall = resolve));
  const app = createServer((request, response) => {
    calls.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    if (calls.length === 1) return void request.socket.destroy();
    response.end("{}");
    if (calls.length === 3) thirdCall();
  });
  await new Promise<void>((resolve) => app.listen(0, HOST, resolve));
  const address = app.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const route = `http://${HOST}:${port}/deliver`;
  const ticker = startTicker({ databaseUrl: database.url, route, secret: "s3cret", everyMs: 5 });
  const person = await createUser(database.pool);
  expect(calls).toEqual([]);
  await database.pool.query(
    "insert into public.notifications (user_id, category, title) values ($1, 'security', 'A')",
    [person],
  );
  await called;
  await ticker.stop();
  expect(new Set(calls)).toEqual(new Set(["POST /deliver Bearer s3cret"]));
  app.closeAllConnections();
  app.close();
});
