import { describe, expect, it } from "vitest";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { limits, partsAt, provider, sent } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

const member = toldMember();

describe("a notification that the person wants by e-mail", () => {
  it("waits two minutes for them to read it in the app, and is then sent once, however many workers run", async () => {
    const id = await member.tell();
    const mail = provider(sent);
    await Promise.all([member.run(mail.send), member.run(mail.send), member.run(mail.send)]);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([
      { notification_id: id, status: "pending", reason: "grace" },
    ]);
    member.later(2 * minute);
    await Promise.all([
      member.run(mail.send),
      member.run(mail.send),
      member.run(mail.send),
      member.run(mail.send),
    ]);
    expect(mail.taken).toHaveLength(1);
    expect(await member.deliveries()).toMatchObject([
      { status: "sent", reason: "sent", attempts: 1, lease_id: null },
    ]);
  });

  it("goes to the address of the account", async () => {
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    await member.run(mail.send);
    const { rows } = await member
      .pool()
      .query("select email from auth.users where id = $1", [member.world().people.member]);
    expect(mail.taken[0]?.destination.address).toBe(rows[0].email);
  });

  it("is what the list of their addresses says was sent there last", async () => {
    const lastSent = async () => {
      const { rows } = await member.pool().query<{ at: string | null }>(
        `select private.destination_facts(d) ->> 'last_sent_at' as at from private.destinations d
         where d.user_id = $1 and d.of_account`,
        [member.world().people.member],
      );
      return rows[0]?.at ?? null;
    };
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    expect(await lastSent()).toBeNull();
    await member.run(mail.send);
    const [{ done_at: doneAt }] = await member.deliveries();
    expect(Date.parse((await lastSent()) ?? "")).toBe(Date.parse(doneAt));
  });

  it("is not sent where they read it meanwhile", async () => {
    await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    await member.pool().query("update public.notifications set read = true");
    member.later(2 * minute);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "suppressed", reason: "read" }]);
  });

  it("is not sent where its switch is turned off while it waits", async () => {
    await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    await member.set({ email_notifications: { heatProgressions: false } });
    member.later(2 * minute);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "suppressed", reason: "switch" }]);
  });

  it("is not sent where they have left the project", async () => {
    await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    const { rows } = await member
      .pool()
      .query("delete from public.project_members where user_id = $1 and project_id = $2 returning *", [
        member.world().people.member,
        member.world().projectId,
      ]);
    member.later(2 * minute);
    await member.run(mail.send);
    await member
      .pool()
      .query("insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)", [
        rows[0].project_id,
        rows[0].user_id,
        rows[0].role,
      ]);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "suppressed", reason: "noAccess" }]);
  });

  it("expires where it is told too late", async () => {
    await member.tell({ priority: "urgent", expires: "2026-12-02T12:30:00Z" });
    member.later(31 * minute);
    const mail = provider(sent);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "expired", reason: "expired" }]);
  });
});

describe("quiet hours", () => {
  it("that end while a worker decides by them hold nothing back: it is decided anew at once", async () => {
    member.at("2026-12-02T23:00:00Z");
    await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    member.later(2 * minute);
    await member
      .pool()
      .query("update private.deliveries set not_before = $1 where channel = 'email'", [member.clock()]);
    const parts = partsAt(member.pool(), member.clock, { senders: { email: mail.send } });
    const { complete } = parts.store;
    let changed = false;
    const late: typeof complete = async (...given) => {
      // The row is under a lease: "now" of the database is that of the change.
      await member
        .pool()
        .query("update private.deliveries set not_before = 'infinity' where lease_id is not null");
      if (!changed)
        await member.set({
          notification_schedule: {
            quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false },
          },
        });
      changed = true;
      return complete(...given);
    };
    await runWorker({ ...parts, store: { ...parts.store, complete: late } }, limits, () => true);
    expect(mail.taken).toHaveLength(1);
  });

  it("hold all that comes, and let it go in one message when they end", async () => {
    member.at("2026-12-02T23:00:00Z");
    for (let count = 0; count < 3; count += 1) await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    expect(await member.deliveries()).toMatchObject([
      { reason: "quiet" },
      { reason: "quiet" },
      { reason: "quiet" },
    ]);
    member.later(9 * 60 * minute - 1);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    member.later(1);
    await member.run(mail.send);
    expect(mail.taken.map(({ message }) => message.items.length)).toEqual([3]);
    const states = (await member.deliveries()).map(({ status, reason }) => `${status} ${reason}`);
    expect(states.sort()).toEqual(["bundled quiet", "bundled quiet", "sent quiet"]);
  });

  it("that are changed plan anew what waits, in the transaction of the change", async () => {
    member.at("2026-12-02T23:00:00Z");
    await member.tell();
    const mail = provider(sent);
    await member.run(mail.send);
    const client = await member.pool().connect();
    const due = "select not_before <= now() as due from private.deliveries where channel = 'email'";
    await member
      .pool()
      .query(
        "update private.deliveries set not_before = now() + interval '9 hours' where status = 'pending'",
      );
    await client.query("begin");
    await client.query(
      `insert into public.user_notification_settings (user_id, notification_schedule) values ($1, $2)`,
      [
        member.world().people.member,
        { quietHours: { enabled: false, start: "22:00", end: "08:00", urgentPasses: false } },
      ],
    );
    expect((await member.pool().query(due)).rows).toEqual([{ due: false }]);
    await client.query("commit");
    client.release();
    expect((await member.pool().query(due)).rows).toEqual([{ due: true }]);
  });
});
