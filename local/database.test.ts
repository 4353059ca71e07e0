import { describe, expect, it } from "vitest";
import { startDatabase } from "./database";
import { freePort, HOST } from "./ports";
import { createTestDatabase } from "./test-database";

const unused = { dataFolder: "/nonexistent", port: 0 };

describe("the server that DATABASE_URL names", () => {
  it("is used, but neither started nor stopped", async () => {
    const own = await createTestDatabase({ migrations: false });
    const database = await startDatabase(unused, own.adminUrl);
    expect(database.url).toBe(own.adminUrl);
    await database.stop();
    expect((await own.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await expect(database.start()).rejects.toMatchObject({ name: "Refusal" });
    await own.drop();
  });

  it("must have a superuser's connection string", async () => {
    const own = await createTestDatabase({ migrations: false });
    await expect(startDatabase(unused, own.url)).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringContaining("superuser"),
    });
    await own.drop();
  });

  it("is reported in one sentence, without its password, when it does not answer", async () => {
    const url = `postgresql://someone:secret@${HOST}:${await freePort()}/postgres`;
    const failure = startDatabase(unused, url);
    await expect(failure).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringMatching(/^The database at DATABASE_URL does not answer: .*ECONNREFUSED/),
    });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining("secret") });
  });
});
