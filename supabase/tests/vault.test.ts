import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeOfTokens, sealTokens, unsealTokens } from "@/lib/integrations/kept-tokens";
import { rotateKeys } from "@/lib/integrations/vault/rotate";
import type { Tokens } from "@/lib/integrations/contract/duties";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";

const key = (id: string) => ({ id, key: randomBytes(32) });
const [older, newer] = [key("older"), key("newer")];
const tokensOf = (n: number): Tokens => ({
  accessToken: `access-${n}`,
  refreshToken: `refresh-${n}`,
  expiresAt: null,
  scopes: [],
  webhookKey: null,
});

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());
const ask = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> =>
  (await database.pool.query<T>(sql, values)).rows;

type Owned = { id: string; userId: string };
async function connected(n: number): Promise<Owned> {
  const userId = await createUser(database.pool);
  const sealed = sealTokens([older], { userId, provider: "calendly" }, tokensOf(n));
  const [row] = await ask<{ id: string }>(
    "select public.connect_integration($1, 'calendly', 'oauth', '{}', '{}', $2) ->> 'id' as id",
    userId,
    sealed,
  );
  return { id: String(row?.id), userId };
}
const ciphertext = async (id: string) => {
  const sql = "select tokens, version from private.integration_credentials where connection_id = $1";
  const [row] = await ask<{ tokens: string; version: number }>(sql, id);
  if (!row) throw new Error("it is there");
  return row;
};

describe("credentials", () => {
  it("of two rows that were exchanged in the database open for neither", async () => {
    const [one, two] = [await connected(1), await connected(2)];
    await ask(
      `update private.integration_credentials k set tokens = o.tokens from private.integration_credentials o
       where k.connection_id = any($1) and o.connection_id = any($1) and k.connection_id <> o.connection_id`,
      [one.id, two.id],
    );
    for (const { id, userId } of [one, two])
      expect(
        unsealTokens([older], { userId, provider: "calendly" }, (await ciphertext(id)).tokens),
      ).toBeNull();
  });

  it("are nothing but ciphertext: a token as it is cannot be stored", async () => {
    const { id } = await connected(3);
    const sql = "update private.integration_credentials set tokens = 'access-3' where connection_id = $1";
    await expect(ask(sql, id)).rejects.toMatchObject({ code: "23514" });
  });
});

it("keys are changed while people read and tokens are renewed: no read fails, and no newer token is lost", async () => {
  await ask("delete from public.integration_connections");
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => connected(n)));
  const ring = [newer, older];
  let [going, reads] = [true, 0];
  const reader = async () => {
    for (; going; reads += 1) {
      const one = all[reads % all.length];
      if (!one) throw new Error("there are forty");
      const { tokens } = await ciphertext(one.id);
      expect(unsealTokens(ring, { userId: one.userId, provider: "calendly" }, tokens)).not.toBeNull();
    }
  };
  const renew = async ({ id, userId }: Owned) => {
    const { version } = await ciphertext(id);
    const sealed = sealTokens(ring, { userId, provider: "calendly" }, tokensOf(1_000));
    await ask("select public.store_tokens($1, $2, $3, now(), '{}')", id, version, sealed);
  };
  const list = async (after: string, most: number) =>
    (
      await ask<{ connection_id: string; user_id: string; tokens: string }>(
        `select r.* from jsonb_to_recordset(public.list_old_ciphertexts($1, $2, $3))
           as r (connection_id uuid, user_id uuid, tokens text)`,
        newer.id,
        after,
        most,
      )
    ).map(({ connection_id, user_id, tokens }) => ({
      connectionId: connection_id,
      place: placeOfTokens({ userId: user_id, provider: "calendly" }),
      sealed: tokens,
    }));
  // Every tenth is renewed between the moment in which it was listed and the one in which it is replaced.
  const replace = async (id: string, before: string, after: string) => {
    const at = all.findIndex((one) => one.id === id);
    const one = all[at];
    if (one && at % 10 === 0) await renew(one);
    const sql = "select public.replace_ciphertext($1, $2, $3) as done";
    return (await ask<{ done: boolean }>(sql, id, before, after))[0]?.done ?? false;
  };
  const readers = [reader(), reader(), reader()];
  const rotation = await rotateKeys({ ring, list, replace }, 7);
  going = false;
  await Promise.all(readers);
  expect(rotation).toEqual({ renewed: 36, overtaken: 4, lost: [] });
  expect(reads).toBeGreaterThan(10);
  for (const [at, { id, userId }] of all.entries()) {
    const opened = unsealTokens([newer], { userId, provider: "calendly" }, (await ciphertext(id)).tokens);
    expect(opened?.accessToken).toBe(`access-${at % 10 === 0 ? 1_000 : at}`);
  }
});
