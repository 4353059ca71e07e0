import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueToken } from "../test-supabase";
import { type RestFixture, startRestFixture } from "./rest-fixture";

let platform: RestFixture;
beforeAll(async () => void (platform = await startRestFixture()));
afterAll(() => platform.stop());

describe("values between client and database", () => {
  it("store a jsonb column as it was sent", async () => {
    const client = platform.anyone();
    const body = randomUUID();
    await client.from("note").insert({ body, data: { deep: { list: [1, "two"] } } });
    const { rows } = await platform.database.pool.query(
      "select jsonb_typeof(data) as kind, data from public.note where body = $1",
      [body],
    );
    expect(rows).toEqual([{ kind: "object", data: { deep: { list: [1, "two"] } } }]);
  });

  it("count, order and page", async () => {
    const client = platform.anyone();
    const prefix = randomUUID();
    await client.from("note").insert([1, 2, 3, 4, 5].map((n) => ({ body: `${prefix}-${n}` })));
    const { data, count } = await client
      .from("note")
      .select("body", { count: "exact" })
      .order("body", { ascending: false })
      .range(1, 2);
    expect(count).toBe(5);
    expect(data).toEqual([{ body: `${prefix}-4` }, { body: `${prefix}-3` }]);
  });

  it("upsert on a unique column", async () => {
    const client = platform.anyone();
    const body = randomUUID();
    await client.from("note").insert({ body, data: { n: 1 } });
    const { error } = await client.from("note").upsert({ body, data: { n: 2 } }, { onConflict: "body" });
    expect(error).toBeNull();
    const { data } = await client.from("note").select("data").eq("body", body);
    expect(data).toEqual([{ data: { n: 2 } }]);
  });
});

describe("refusals", () => {
  it("name a composite value, which PostgREST gives as an object and nothing here can read", async () => {
    const answer = await platform.anyone().from("holder").select("kept");
    expect(answer.status).toBe(500);
    expect(answer.error?.message).toContain("cannot answer with a composite value (note)");
    expect((await platform.anyone().from("holder").select("id")).data).toEqual([{ id: 1 }]);
  });

  it("answer requests without a key, with a wrong key, an expired or a forged token", async () => {
    const address = `${platform.supabase.url}/rest/v1/note`;
    const apikey = platform.supabase.keys.publishable;
    const expired = await issueToken(randomUUID(), Math.floor(Date.now() / 1000) - 60);
    const [head, body] = (await issueToken(randomUUID())).split(".");
    const statusOf = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ apikey: "sb_publishable_wrong" })).toBe(401);
    expect(await statusOf({ apikey, authorization: `Bearer ${expired}` })).toBe(401);
    expect(await statusOf({ apikey, authorization: `Bearer ${head}.${body}.forged` })).toBe(401);
  });

  it("hide schemas that the API does not serve", async () => {
    const { error } = await platform.anyone().schema("private").from("vault").select();
    expect(error).not.toBeNull();
    const { status } = await fetch(`${platform.supabase.url}/_system/config`);
    expect(status).toBe(404);
  });
});

describe("the caller", () => {
  it("is known in SQL: id, role and e-mail of the token", async () => {
    const me = randomUUID();
    const { data } = await platform.as(me).rpc("whoami");
    expect(data).toEqual({
      uid: me,
      role: "authenticated",
      email: `${me}@test.local`,
      user: "authenticated",
    });
  });

  it("decides which rows are seen and changed", async () => {
    const [mine, theirs] = [platform.anyone(), platform.anyone()];
    const body = randomUUID();
    await mine.from("note").insert({ body });
    expect((await theirs.from("note").select("body").eq("body", body)).data).toEqual([]);
    await theirs
      .from("note")
      .update({ data: { stolen: true } })
      .eq("body", body);
    await theirs.from("note").delete().eq("body", body);
    expect((await mine.from("note").select("data").eq("body", body)).data).toEqual([{ data: {} }]);
  });

  it("is the service role with the secret key: policies do not apply, grants do", async () => {
    const { url, keys } = platform.supabase;
    const headers = { apikey: keys.secret };
    expect((await fetch(`${url}/rest/v1/note?select=id`, { headers })).status).toBe(403);
    await platform.database.pool.query("grant select on public.note to service_role");
    expect((await fetch(`${url}/rest/v1/note?select=id`, { headers })).status).toBe(200);
  });
});

describe("browsers", () => {
  it("may call from any origin, with the headers the clients send", async () => {
    const wanted = "authorization,apikey,content-type,x-client-info,prefer";
    for (const path of ["/rest/v1/note", "/auth/v1/token"]) {
      const answer = await fetch(platform.supabase.url + path, {
        method: "OPTIONS",
        headers: {
          origin: "http://localhost:3000",
          "access-control-request-method": "POST",
          "access-control-request-headers": wanted,
        },
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-allow-headers")).toBe(wanted);
    }
    const answer = await fetch(`${platform.supabase.url}/rest/v1/note`);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("a changed schema", () => {
  it("is served without a restart", async () => {
    const client = platform.anyone();
    expect((await client.from("later").select()).error?.code).toBe("PGRST205");
    await platform.database.pool.query(
      "create table public.later (id int); grant select on public.later to authenticated",
    );
    await expect.poll(async () => (await client.from("later").select()).data).toEqual([]);
  });
});
