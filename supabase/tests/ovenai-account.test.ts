import { describe, expect, it } from "vitest";
import { becomeCaller } from "@/local/test-people";
import { useOldApp } from "./ovenai/old-app";
import type { PersonName } from "./ovenai/people";
import { majorsOfThisRun } from "./setup-database";

describe.each(majorsOfThisRun)("beside an OvenAI on PostgreSQL %s, an account", (major) => {
  const { client, ovenai, one } = useOldApp(major);
  /** With a sign-in of this moment. */
  const be = async (name: PersonName) => {
    const person = ovenai().people[name];
    await becomeCaller(client(), person, "authenticated");
    const amr = [{ method: "password", timestamp: Math.floor(Date.now() / 1000) }];
    const claims = JSON.stringify({ sub: person, role: "authenticated", amr });
    await client().query("select set_config('request.jwt.claims', $1, true)", [claims]);
    return person;
  };
  const departure = () => one<{ it: unknown[] }>("select public.get_account() -> 'departure' as it");

  it("that alone leads a client with others in it stays, and says which: who leads is the business's to say", async () => {
    await client().query("reset role");
    await client().query("update public.client_members set role = 'MEMBER' where user_id <> $1", [
      ovenai().people.owner,
    ]);
    await be("owner");
    const [first] = (await departure())?.it ?? [];
    expect([first]).toEqual([{ client: expect.any(String), heir: null, blocked: true }]);
    await expect(client().query("select public.delete_account()")).rejects.toMatchObject({
      code: "PT409",
      detail: "client",
    });
  });

  it("that leads nothing alone has nothing to hand over", async () => {
    await be("admin");
    expect((await departure())?.it).toEqual([]);
  });

  it("takes its data along", async () => {
    const member = await be("member");
    const page = await one<{ it: { rows: unknown[] } }>("select public.get_own_data('account') as it");
    expect(page?.it.rows).toEqual([expect.objectContaining({ id: member })]);
    expect(
      (await one<{ it: { rows: unknown[] } }>("select public.get_own_data('clients') as it"))?.it.rows,
    ).toHaveLength(1);
  });

  it("goes, or says that records of the business need it: never half", async () => {
    const person = await be("untouched");
    const outcome = await client()
      .query("select public.delete_account()")
      .then(() => "gone")
      .catch((error: { code: string; detail: string }) => `${error.code} ${error.detail}`);
    expect(outcome).toBe("gone");
    await client().query("reset role");
    expect(await one("select from auth.users where id = $1", [person])).toBeUndefined();
  });
});
