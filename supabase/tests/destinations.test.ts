import { createHash } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { oneMinute } from "./one-minute";
import { committedAs } from "./settings-client";
import { createWorld, type World } from "./world";

let database: TestDatabase;
let pool: pg.Pool;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = database.pool;
  world = await createWorld(pool);
  await pool.query(
    "update auth.users set email_confirmed_at = '2026-01-01' where email_confirmed_at is null",
  );
});
afterAll(() => database.drop());
beforeEach(async () => {
  await pool.query("delete from private.destinations");
  await pool.query("delete from private.suppressions");
  await pool.query("delete from private.rate_counters");
});

const number = "+972502345678";
const keys = { p256dh: "p", auth: "a" };

/** The answer of a function of the API for a person. */
const ask = (who: string, call: string, ...given: unknown[]) =>
  committedAs(pool, who, async (client) => {
    const { rows } = await client.query(`select public.${call} as answer`, given);
    return rows[0].answer;
  });
const list = (who: string) => ask(who, "list_destinations()");
const add = (who: string, channel: string, address: string, given: object | null = null) =>
  ask(who, "add_destination($1, $2, '', $3)", channel, address, given);
const service = async (call: string, ...given: unknown[]) =>
  (await pool.query(`select public.${call} as answer`, given)).rows[0].answer;
const hashOf = (id: string, code: string) => createHash("sha256").update(`${id}:${code}`).digest("hex");

describe("the address of the account", () => {
  it("is a destination of itself, follows the account, and is not removed", async () => {
    const { owner } = world.people;
    const [first] = await list(owner);
    expect(first).toMatchObject({ channel: "email", of_account: true, disabled_reason: null });
    expect(first.verified_at).not.toBeNull();
    await service("disable_destination('email', $1, 'bounced')", first.address.toUpperCase());
    expect((await list(owner))[0]).toMatchObject({ disabled_reason: "bounced" });
    await pool.query("update auth.users set email = 'moved@test.local' where id = $1", [owner]);
    expect(await list(owner)).toMatchObject([
      { id: first.id, address: "moved@test.local", disabled_reason: null },
    ]);
    await expect(ask(owner, "remove_destination($1)", first.id)).rejects.toMatchObject({ code: "PT422" });
  });
});

describe("a number", () => {
  it("is verified by the code that was sent to it, and by no other, five tries long", async () => {
    const { member } = world.people;
    const { id } = await add(member, "sms", number);
    const verify = (code: string) => ask(member, "verify_destination($1, $2)", id, code);
    expect(await verify("123456")).toEqual({ refused: "none" });
    await service("take_destination($1, $2, $3)", member, id, hashOf(id, "123456"));
    expect(await verify("654321")).toEqual({ refused: "wrong" });
    expect(await verify("123456")).toMatchObject({ id, channel: "sms" });
    expect((await list(member)).find((each: { id: string }) => each.id === id).verified_at).not.toBeNull();
    expect(await verify("123456")).toEqual({ refused: "none" });

    const second = (await add(member, "sms", "+972502345679")).id;
    await service("take_destination($1, $2, $3)", member, second, hashOf(second, "111111"));
    for (let tries = 0; tries < 5; tries += 1)
      expect(await ask(member, "verify_destination($1, '000000')", second)).toEqual({ refused: "wrong" });
    expect(await ask(member, "verify_destination($1, '111111')", second)).toEqual({ refused: "old" });
  });

  it("is not verified by a code of eleven minutes ago, nor by the code of another number", async () => {
    const { member } = world.people;
    const { id } = await add(member, "sms", number);
    const other = (await add(member, "whatsapp", number)).id;
    await service("take_destination($1, $2, $3)", member, id, hashOf(other, "123456"));
    expect(await ask(member, "verify_destination($1, '123456')", id)).toEqual({ refused: "wrong" });
    await service("take_destination($1, $2, $3)", member, id, hashOf(id, "123456"));
    await pool.query("update private.destination_codes set made_at = now() - interval '11 minutes'");
    expect(await ask(member, "verify_destination($1, '123456')", id)).toEqual({ refused: "old" });
  });

  it("that stopped messages gets them again when its owner says so, but not where it was switched off otherwise", async () => {
    const { member } = world.people;
    const { id } = await add(member, "sms", number);
    const state = async () =>
      (await list(member)).find((each: { id: string }) => each.id === id).disabled_reason;
    expect(await service("disable_destination('sms', $1, 'optedOut')", number)).toBe(1);
    expect(await state()).toBe("optedOut");
    expect(await service("enable_destination('sms', $1)", number)).toBe(1);
    expect(await state()).toBeNull();
    await ask(member, "pause_destination($1, true)", id);
    expect(await service("enable_destination('sms', $1)", number)).toBe(0);
    expect(await state()).toBe("byPerson");
  });
});

describe("a number that said stop", () => {
  it("stays silent for whoever adds it again, also after it was removed, and until its owner says start", async () => {
    const { owner, member } = world.people;
    const { id } = await add(member, "sms", number);
    await service("disable_destination('sms', $1, 'optedOut')", number);
    await ask(member, "remove_destination($1)", id);
    for (const who of [member, owner])
      expect(await add(who, "sms", number)).toMatchObject({ disabled_reason: "optedOut" });
    const [mine] = (await list(owner)).filter(({ address }: { address: string }) => address === number);
    await expect(ask(owner, "pause_destination($1, false)", mine.id)).rejects.toMatchObject({
      code: "PT422",
    });
    await service("disable_destination('sms', $1, 'invalidAddress')", number);
    await service("enable_destination('sms', $1)", number);
    expect((await list(owner)).find(({ address }: { address: string }) => address === number)).toMatchObject({
      disabled_reason: null,
    });
    expect(await add(owner, "whatsapp", number)).toMatchObject({ disabled_reason: null });
  });

  it("is not switched on by a code, where a mailbox that is there again is", async () => {
    const { member } = world.people;
    const verified = async (channel: string, address: string, reason: string) => {
      const { id } = await add(member, channel, address);
      await service("disable_destination($1, $2, $3)", channel, address, reason);
      await service("take_destination($1, $2, $3)", member, id, hashOf(id, "123456"));
      return ask(member, "verify_destination($1, '123456')", id);
    };
    expect(await verified("sms", number, "optedOut")).toMatchObject({ disabled_reason: "optedOut" });
    expect(await verified("email", "dana@test.local", "bounced")).toMatchObject({ disabled_reason: null });
    const again = await add(world.people.owner, "email", "Dana@test.local");
    expect(again).toMatchObject({ disabled_reason: null });
  });
});

describe("a browser", () => {
  it("belongs to whoever turned push on there last", async () => {
    const { owner, member } = world.people;
    await add(owner, "push", "https://push.example/1", keys);
    await add(member, "push", "https://push.example/1", keys);
    expect((await list(owner)).filter(({ channel }: { channel: string }) => channel === "push")).toEqual([]);
    const [mine] = (await list(member)).filter(({ channel }: { channel: string }) => channel === "push");
    expect(mine).toMatchObject({ address: "https://push.example" });
    expect(JSON.stringify(mine)).not.toContain("p256dh");
  });

  it("keeps its name when it renews its subscription, and is off when it holds none any more", async () => {
    const { owner } = world.people;
    await ask(owner, "add_destination('push', 'https://push.example/1', 'Firefox', $1, 'device-1')", keys);
    await ask(owner, "renew_push_destination('https://push.example/2', $1, 'https://push.example/1')", keys);
    const push = async () =>
      (await list(owner)).filter(({ channel }: { channel: string }) => channel === "push");
    expect(await push()).toMatchObject([{ name: "Firefox", device_id: "device-1", disabled_reason: null }]);
    expect(await ask(owner, "drop_push_destination('device-1')")).toBe(true);
    expect(await push()).toMatchObject([{ disabled_reason: "endpointGone" }]);
  });
});

describe("what is no destination", () => {
  it("is refused with the field named", async () => {
    const { owner } = world.people;
    const refused = (channel: string, address: string, given: object | null = null) =>
      add(owner, channel, address, given).catch(({ code, detail }) => `${code} ${detail}`);
    expect(await refused("inApp", "x@y.z")).toBe("PT400 channel");
    expect(await refused("sms", "0502345678")).toBe("PT400 address");
    expect(await refused("email", "nobody")).toBe("PT400 address");
    expect(await refused("push", "javascript:alert(1)", keys)).toBe("PT400 address");
    expect(await refused("push", "https://push.example/1")).toMatch(/^PT400/);
  });
});

it("nobody touches, tries or verifies another's destination", async () => {
  const { owner, member, stranger } = world.people;
  const { id } = await add(member, "sms", number);
  for (const who of [owner, stranger]) {
    expect((await list(who)).some((each: { id: string }) => each.id === id)).toBe(false);
    expect(await ask(who, "remove_destination($1)", id)).toBe(false);
    await expect(ask(who, "pause_destination($1, true)", id)).rejects.toMatchObject({ code: "PT404" });
    expect(await ask(who, "verify_destination($1, '123456')", id)).toEqual({ refused: "none" });
    await expect(service("take_destination($1, $2)", who, id)).rejects.toMatchObject({ code: "PT404" });
  }
  expect((await list(member)).some((each: { id: string }) => each.id === id)).toBe(true);
});

it("codes and trials are three a minute", async () => {
  await pool.query(oneMinute);
  const { member } = world.people;
  const { id } = await add(member, "sms", number);
  for (let count = 0; count < 3; count += 1) await service("take_destination($1, $2)", member, id);
  await expect(service("take_destination($1, $2)", member, id)).rejects.toMatchObject({ code: "PT429" });
});
