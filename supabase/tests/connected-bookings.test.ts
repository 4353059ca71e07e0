import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntegrationGround, type IntegrationGround } from "./integration-ground";

let ground: IntegrationGround;
beforeAll(async () => void (ground = await createIntegrationGround()));
afterAll(() => ground.stop());

const connected = async () => {
  const person = await ground.newPerson();
  expect(await person.connect()).toBeNull();
  await ground.run();
  return person;
};

describe("a booking in a connected Calendly", () => {
  it("is a meeting of the lead with that address, told once however often it comes", async () => {
    const person = await connected();
    const { statuses } = await person.book(1, { mode: "duplicate" });
    expect(statuses).toEqual([204, 204]);
    expect(await ground.ask("select from private.integration_events")).toHaveLength(1);
    await ground.run();
    expect(await person.meetings()).toMatchObject([{ status: "scheduled", sequence: 0 }]);
    expect(await person.told()).toEqual(["meeting.booked"]);
    const planned = await ground.ask(
      "select from private.planned_notifications where lead_id = $1",
      person.lead,
    );
    expect(planned).toHaveLength(2);
  });

  it("is found by the number, too, and waits for its lead where there is none", async () => {
    const person = await connected();
    await person.book(1, { email: "other@lead.test", phone: "050-2345678" });
    await person.book(2, { email: "nobody@lead.test" });
    await ground.run();
    expect(await person.meetings()).toHaveLength(1);
    await ground.ask(
      "insert into public.leads (project_id, name, email) values ($1, 'Noa', 'nobody@lead.test')",
      person.project,
    );
    expect(await ground.service.syncNow(person.userId, "calendly")).toMatchObject({ value: { fault: null } });
    const noa = await ground.ask(
      "select from public.meetings m join public.leads l on l.id = m.lead_id where l.email = 'nobody@lead.test'",
    );
    expect(noa).toHaveLength(1);
  });

  it.each([false, true])(
    "that moves is one change and one notice, in whatever order its halves come (created first: %s)",
    async (createdFirst) => {
      const person = await connected();
      const { invitee } = await person.book(1);
      await ground.run();
      const start = new Date(Date.now() + 3 * 86_400_000).toISOString();
      await ground.calendly.bookings.move({ invitee, start, createdFirst, mode: "normal" });
      await ground.run();
      expect(await person.meetings()).toMatchObject([
        { status: "scheduled", sequence: 1, starts_at: new Date(start) },
      ]);
      expect(await person.told()).toEqual(["meeting.booked", "meeting.rescheduled"]);
    },
  );

  it("that is canceled, and one to which nobody came, are told as such, and nothing comes back from later words", async () => {
    const person = await connected();
    const [one, other] = [await person.book(1), await person.book(2)];
    await ground.run();
    await ground.calendly.bookings.cancel({ invitee: one.invitee, mode: "normal" });
    await ground.calendly.bookings.noShow({ invitee: other.invitee, mode: "normal" });
    await ground.run();
    const { id } = (await person.connection()) ?? {};
    // A word that is older, and one that is newer than the end, which is final.
    for (const changed_at of ["2020-01-01T00:00:00Z", "2090-01-01T00:00:00Z"]) {
      const times = { starts_at: "2090-01-01T00:00:00Z", ends_at: "2090-01-01T01:00:00Z" };
      const late = { id: one.invitee, ...times, changed_at, status: "active", email: "" };
      const given = JSON.stringify([{ booking: late }]);
      const [became] = await ground.ask("select public.store_bookings($1, $2) as became", id, given);
      expect(became).toEqual({ became: ["old"] });
    }
    await ground.calendly.bookings.tell({ invitee: one.invitee, name: "invitee.created", mode: "normal" });
    await ground.run();
    expect((await person.meetings()).map(({ status }) => status)).toEqual(["canceled", "no_show"]);
    expect((await person.told()).toSorted()).toEqual(
      ["meeting.booked", "meeting.booked", "meeting.canceled", "meeting.no_show"].toSorted(),
    );
  });

  it("of another's account, told at this one's address with the right key, is nobody's", async () => {
    const [mine, theirs] = [await connected(), await connected()];
    const [to, from] = ground.calendly.state.subscriptions.slice(-2);
    if (!to || !from) throw new Error("both are subscribed");
    const own = { ...from };
    Object.assign(from, { url: to.url, key: to.key });
    const { statuses } = await theirs.book(1, { email: `${mine.userId}@lead.test` });
    expect(statuses).toEqual([204]);
    await ground.run();
    expect(await mine.meetings()).toEqual([]);
    Object.assign(from, own);
  });

  it.each([
    "badSignature",
    "wrongKey",
    "missingSignature",
    "tamperedBody",
    "staleTimestamp",
    "futureTimestamp",
  ] as const)("is not believed with a %s", async (mode) => {
    const person = await connected();
    const { statuses } = await person.book(1, { mode });
    expect(statuses).toEqual([403]);
    const kept = await ground.ask("select from private.integration_events");
    expect(kept).toEqual([]);
    // What is genuine but late is fetched instead.
    await ground.run();
    expect(await person.meetings()).toHaveLength(mode.endsWith("Timestamp") ? 1 : 0);
  });

  it("is told to the others of the project, and not to its owner, where they want no word of bookings", async () => {
    const person = await connected();
    const other = (await ground.newPerson()).userId;
    await ground.ask(
      "insert into public.project_members (project_id, user_id) values ($1, $2)",
      person.project,
      other,
    );
    await ground.ask(
      `update public.user_app_preferences set
         integration_settings = '{"calendly": {"enabled": true, "bookingNotifications": false}}' where user_id = $1`,
      person.userId,
    );
    await person.book(1);
    await ground.run();
    const told = await ground.ask(
      "select from public.notifications where user_id = $1 and params ->> 'kind' = 'meeting.booked'",
      other,
    );
    expect([told.length, (await person.meetings()).length]).toEqual([1, 1]);
    // It is kept, with its reason: the inbox can say why nobody was told.
    const own =
      "select kept_away, params ->> 'kind' as kind, seq from public.notifications where user_id = $1 order by seq desc";
    const [row] = await ground.ask<{ seq: number }>(own, person.userId);
    expect(row).toMatchObject({ kept_away: "bookings", kind: "meeting.booked" });
    // Whatever else happens meanwhile is told as always.
    await ground.ask("update public.meetings set status = 'no_show' where lead_id = $1", person.lead);
    expect((await ground.ask(own, person.userId))[0]).toMatchObject({
      kept_away: null,
      kind: "meeting.no_show",
    });
  });

  it("of somebody who may only look at a project is no meeting in it", async () => {
    const person = await connected();
    await ground.ask("update public.project_members set role = 'viewer' where user_id = $1", person.userId);
    await person.book(1);
    await ground.run();
    expect(await person.meetings()).toEqual([]);
  });

  it("is not worked in while the person has switched it off, and fetched when they ask", async () => {
    const person = await connected();
    await ground.ask(
      `update public.user_app_preferences set integration_settings = '{"calendly": {"enabled": true, "autoSync": false}}'
       where user_id = $1`,
      person.userId,
    );
    await person.book(1);
    await ground.run();
    expect(await person.meetings()).toEqual([]);
    await ground.service.syncNow(person.userId, "calendly");
    expect(await person.meetings()).toHaveLength(1);
  });
});
