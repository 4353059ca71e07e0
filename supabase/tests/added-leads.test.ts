import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { oneMinute } from "./one-minute";
import { useTelling } from "./told-rows";

const person = (name: string, more: object = {}) => ({ id: randomUUID(), name, ...more });

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, leads that people add", (major) => {
  const { ask, as, told, world } = useTelling(major);
  type Added = { added: string[]; known: number };
  const add = async (who: "owner" | "member" | "viewer" | "stranger", leads: unknown) => {
    const rows = await as<{ answer: Added }>(
      who,
      "select public.add_leads($1, $2) as answer",
      world().otherProjectId,
      JSON.stringify(leads),
    );
    return rows[0]?.answer;
  };
  const stored = async () =>
    (
      await ask<{ name: string }>(
        "select name from public.leads where project_id = $1 order by name",
        world().otherProjectId,
      )
    ).map(({ name }) => name);
  const refused = async (deed: () => Promise<unknown>) => {
    await ask("savepoint before");
    const failure = await deed().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    await ask("rollback to savepoint before");
    return failure;
  };

  it("are there once, however often the request or the file comes", async () => {
    const leads = [
      person("Noa", {
        email: "noa@example.com",
        phone: "+972 50-234-5678",
        channel: "referral",
        value: "1200.50",
      }),
      person("Ben", { phone: "054-765 4321" }),
      person("Zoe"),
    ];
    expect(await add("member", leads)).toMatchObject({ added: leads.map(({ id }) => id), known: 0 });
    expect(await add("member", leads)).toEqual({ added: [], known: 2 });
    const again = [
      person("Noa", { email: " NOA@example.com" }),
      person("Ben B.", { phone: "+972547654321" }),
      person("Noa L.", { phone: "0502345678" }),
    ];
    expect(await add("owner", again)).toEqual({ added: [], known: 3 });
    expect(await stored()).toEqual(["Ben", "Noa", "Zoe"]);
  });

  it("one rings for the others and not for whoever added it; many ring for nobody", async () => {
    await add("member", [person("Noa")]);
    expect(await told("member")).toEqual([]);
    expect(await told("owner")).toMatchObject([{ title: "New lead: Noa", actor_id: world().people.member }]);
    await ask("delete from public.notifications");
    await add(
      "member",
      Array.from({ length: 40 }, (_, nth) => person(`Lead ${nth}`)),
    );
    for (const who of ["owner", "member", "viewer"] as const) expect(await told(who)).toEqual([]);
    await add("member", [person("Ben")]);
    expect(await told("owner")).toMatchObject([{ title: "New lead: Ben" }]);
  });

  it.each(["viewer", "stranger"] as const)("are not the %s's to add or to take back", async (who) => {
    expect(await refused(() => add(who, [person("Noa")]))).toMatchObject({ code: "PT404" });
    const added = await add("owner", [person("Noa")]);
    const takeBack = () =>
      as(who, "select public.take_back_leads($1, $2)", world().otherProjectId, added?.added);
    expect(await refused(takeBack)).toMatchObject({ code: "PT404" });
    expect(await stored()).toEqual(["Noa"]);
  });

  it.each([
    [[], "leads"],
    ["Noa", "leads"],
    [Array.from({ length: 501 }, () => person("Noa")), "leads"],
    [[person("Noa"), person(" ")], "1.name"],
    [[{ name: "Noa" }], "0.id"],
    [[person("x".repeat(201))], "0.name"],
    [[person("Noa", { value: "-5" })], "0.value"],
    [[person("Noa", { channel: "pigeon" })], "0.channel"],
    [[person("Noa", { heat: "hot" })], "0.heat"],
    [[person("Noa", { email: { a: 1 } })], "0.email"],
    [["Noa"], "0.id"],
  ])("that are none are refused with their place: %j", async (leads, detail) => {
    expect(await refused(() => add("owner", leads))).toMatchObject({ code: "PT400", detail });
  });

  it("are taken back by whoever added them, but for those that something has happened to since", async () => {
    const leads = [person("Noa"), person("Ben"), person("Zoe")];
    await add("member", leads);
    await as("owner", "select public.judge_lead($1, $2)", leads[1]?.id, { heat: "hot" });
    const ids = leads.map(({ id }) => id);
    const sql = "select public.take_back_leads($1, $2) as gone";
    expect(await as("owner", sql, world().otherProjectId, ids)).toEqual([{ gone: 0 }]);
    expect(await as("member", sql, world().otherProjectId, ids)).toEqual([{ gone: 2 }]);
    expect(await stored()).toEqual(["Ben"]);
  });

  it("to try the product with are removed in one press, whatever has happened to them, and nothing else is", async () => {
    const samples = ["One", "Two"].map((name) => person(name, { email: `${name}@sample.ovenai.example` }));
    await add("owner", samples);
    await add("owner", [person("Noa", { email: "noa@example.com" })]);
    await as("owner", "select public.judge_lead($1, $2)", samples[0]?.id, { status: "won" });
    const start = async (who: "owner" | "viewer" | "stranger") =>
      (await as<{ s: unknown }>(who, "select public.get_start($1) as s", world().otherProjectId))[0]?.s;
    expect(await start("owner")).toEqual({ empty: false, adds: true, samples: true });
    await as("member", "select public.take_back_leads($1)", world().otherProjectId);
    expect(await stored()).toEqual(["Noa"]);
    expect(await start("viewer")).toEqual({ empty: false, adds: false, samples: false });
    expect(await start("stranger")).toBeNull();
    await ask("delete from public.leads where project_id = $1", world().otherProjectId);
    expect(await start("owner")).toEqual({ empty: true, adds: true, samples: false });
  });

  it("cost as many of the limit as they are", async () => {
    await ask(oneMinute);
    await ask("update private.rate_limits set per_minute = 3 where name = 'added_leads'");
    await add("owner", [person("Noa"), person("Ben")]);
    expect(await refused(() => add("owner", [person("Zoe"), person("Lea")]))).toMatchObject({
      code: "PT429",
    });
    await add("owner", [person("Zoe")]);
    expect(await stored()).toEqual(["Ben", "Noa", "Zoe"]);
  });
});
