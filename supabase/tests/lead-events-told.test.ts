import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { useTelling } from "./told-rows";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, what happens in a conversation", (major) => {
  const { ask, as, makeLead, told, titles, later, world } = useTelling(major);
  const write = (lead: string, direction: string, more = "") =>
    ask(
      `insert into public.messages (project_id, lead_id, direction${more && ", sent_at"})
       values ($1, $2, $3${more && `, now() - interval '${more}'`})`,
      world().projectId,
      lead,
      direction,
    );

  it("messages of a lead are told, ours and old ones are not, and many within ten minutes are one line", async () => {
    const lead = await makeLead();
    await write(lead, "out");
    await write(lead, "in", "2 hours");
    expect(await titles("owner")).toEqual([]);
    await write(lead, "in");
    await ask(
      `insert into public.messages (project_id, lead_id, direction) select $1, $2, 'in' from generate_series(1, 2)`,
      world().projectId,
      lead,
    );
    expect(await told("owner")).toMatchObject([
      { title: "Dana wrote", message: "3 messages came in.", category: "leadUpdates" },
    ]);
    await later("10 minutes");
    await write(lead, "in");
    expect((await told("owner")).map(({ message }) => message)).toEqual([
      "A message came in.",
      "3 messages came in.",
    ]);
  });

  it("a message that did not arrive is told once", async () => {
    const lead = await makeLead();
    await write(lead, "out");
    for (let times = 0; times < 2; times += 1)
      await ask("update public.messages set failed_at = now() where lead_id = $1", lead);
    expect(await told("owner", true)).toMatchObject([
      { title: "A message to Dana did not arrive", type: "error", params: { changes: 1 } },
    ]);
  });

  it("a lead that needs a person is told when it begins to, beside the news of its heat", async () => {
    const lead = await makeLead();
    await ask("update public.leads set needs_person = true, heat = 'hot' where id = $1", lead);
    await ask("update public.leads set company = 'Acme' where id = $1", lead);
    expect((await titles("owner")).sort()).toEqual(["Dana is now hot", "Dana needs a person"]);
  });

  it("people may not say that a lead needs a person, nor that a message failed", async () => {
    await expect(
      as("owner", "update public.leads set needs_person = true where id = $1", world().leadId),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, what the service tells by its kind", (major) => {
  const { ask, client, told, world } = useTelling(major);
  const tell = (people: string[], params: object, project: string | null = null, key: string | null = null) =>
    ask("select public.tell_people($1, $2, $3, null, $4) as it", people, params, project, key);
  const params = { kind: "integration.attention", provider: "calendly", reason: "credentials" };

  it("goes to people who are there and in the project, once under a key", async () => {
    const { owner, member, stranger } = world().people;
    const everybody = [owner, member, stranger, owner, crypto.randomUUID()];
    expect(await tell(everybody, params, world().projectId, "calendly:1")).toEqual([{ it: { told: 2 } }]);
    expect(await tell(everybody, params, world().projectId, "calendly:1")).toEqual([{ it: { told: 0 } }]);
    expect(await told("owner")).toMatchObject([
      { title: "Calendly needs attention", category: "integration", params },
    ]);
  });

  it.each([[{ kind: "weather" }], [{ kind: "lead.heat" }], [[]], [{}]])(
    "is refused where it is %j",
    async (wrong) => {
      await client().query("savepoint wrong");
      await expect(
        ask("select public.tell_people($1, $2)", [world().people.owner], JSON.stringify(wrong)),
      ).rejects.toMatchObject({ code: "PT400", detail: "params" });
      await client().query("rollback to wrong");
    },
  );
});
