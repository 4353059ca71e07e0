import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";
import { deliver, makeEventsDue, refusing, text } from "./whatsapp-told";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());
beforeEach(() => ground.ask("delete from private.integration_events"));

const connected = async () => {
  const person = await ground.newPerson();
  await person.connected();
  return person;
};
const bodies = async (person: Person) => (await person.chat())?.messages.map(({ body }) => body).toSorted();

describe("what a provider told", () => {
  it("that can never be stored is given up after eight attempts, says so, and is tried again when asked", async () => {
    const person = await connected();
    const mend = await refusing(ground, "never");
    await deliver(ground.site, person, { messages: [text(person, "never"), text(person, "fine")] });
    const tried = async () => {
      await makeEventsDue(ground);
      const run = await ground.run();
      return run?.events;
    };
    expect(await tried()).toBe(2);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      expect(await person.connection()).toMatchObject({ dead_events: 0 });
      expect(await tried()).toBe(1);
    }
    const [later] = await ground.ask<{ minutes: number }>(
      "select extract(epoch from not_before - now()) / 60 as minutes from private.integration_events",
    );
    expect(Math.round(Number(later?.minutes))).toBe(60);
    expect([await tried(), await tried()]).toEqual([0, 0]);
    expect(await person.connection()).toMatchObject({ dead_events: 1 });
    await mend();
    expect(await ground.service.retryEvents(person.userId, "whatsapp")).toEqual({
      ok: true,
      value: { events: 1 },
    });
    await ground.run();
    expect(await bodies(person)).toEqual(["fine", "never"]);
    expect(await person.connection()).toMatchObject({ dead_events: 0 });
  });

  it("that could not be worked in for thirty days is forgotten, and no earlier", async () => {
    const person = await connected();
    const { id } = (await person.connection()) ?? {};
    await ground.ask(
      `insert into private.integration_events (connection_id, body, not_before, received_at)
       select $1, age, 'infinity', now() - age::interval from unnest(array['29 days', '31 days']) age`,
      id,
    );
    await ground.ask("update public.integration_connections set dead_events = 2 where id = $1", id);
    await ground.ask("select private.prune_operations()");
    expect(await ground.ask("select body from private.integration_events")).toEqual([{ body: "29 days" }]);
    expect(await person.connection()).toMatchObject({ dead_events: 1 });
    await ground.ask("delete from private.integration_events");
  });

  it("that breaks its whole batch is worked in by itself, and holds up no other", async () => {
    const person = await connected();
    const { runIntegrations } = await import("@/lib/integrations/worker");
    const parts = ground.service.platform();
    const whatsapp = parts?.providers.get("whatsapp");
    if (!parts || !whatsapp?.takeEvents) throw new Error("it is configured");
    const { takeEvents } = whatsapp;
    const breaking = {
      ...whatsapp,
      takeEvents: async (told: Parameters<typeof takeEvents>[0]) => {
        if (told.events.some(({ body }) => body.includes("breaks"))) throw new Error("it breaks");
        return takeEvents(told);
      },
    };
    await deliver(ground.site, person, {
      messages: ["before", "breaks", "after"].map((name) => text(person, name)),
    });
    const faults: string[] = [];
    const report = (fault: string) => void faults.push(fault);
    await runIntegrations({ ...parts, providers: new Map([["whatsapp", breaking]]), report }, () => true);
    expect(await bodies(person)).toEqual(["after", "before"]);
    expect(faults).toEqual(["events were not worked in", "events were not worked in"]);
    await ground.ask("delete from private.integration_events");
  });
});
