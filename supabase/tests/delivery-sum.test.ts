import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

const member = toldMember();

describe("a limit of interruptions an hour", () => {
  it("holds what is over it, also within one run, and lets it go in one message when the first is an hour ago", async () => {
    await member.set({
      push_notifications: { heatProgressions: true },
      notification_schedule: { interruptionsPerHour: "2" },
    });
    await member.pool().query(
      `insert into private.destinations (user_id, channel, address, keys, verified_at)
       values ($1, 'push', 'https://push.example/1', '{"p256dh": "p", "auth": "a"}', now())`,
      [member.world().people.member],
    );
    for (let count = 0; count < 3; count += 1) await member.tell({ priority: "high" });
    const push = provider(sent);
    const pushing = () =>
      runWorker(partsAt(member.pool(), member.clock, { senders: { push: push.send } }), limits, () => true);
    member.later(minute);
    await pushing();
    expect(push.taken).toHaveLength(2);
    member.later(60 * minute - 1);
    await pushing();
    expect(push.taken).toHaveLength(2);
    member.later(1);
    await pushing();
    expect(push.taken).toHaveLength(3);
  });

  it("takes a notification on two channels for one: what went out as a text message is pushed, too", async () => {
    await member.set({
      push_notifications: { heatProgressions: true },
      sms_notifications: { heatProgressions: true },
      notification_schedule: { interruptionsPerHour: "1" },
    });
    await member.pool().query(
      `insert into private.destinations (user_id, channel, address, keys, verified_at) values
         ($1, 'push', 'https://push.example/2', '{"p256dh": "p", "auth": "a"}', now()),
         ($1, 'sms', '+972501234567', null, now())`,
      [member.world().people.member],
    );
    await member.tell({ priority: "high" });
    const taken = provider(sent);
    const senders = { push: taken.send, sms: taken.send };
    const running = () => runWorker(partsAt(member.pool(), member.clock, { senders }), limits, () => true);
    await running();
    expect(taken.taken).toHaveLength(1);
    // The grace of a push is half a minute.
    member.later(minute);
    await running();
    expect(taken.taken).toHaveLength(2);
  });
});

describe("the sum", () => {
  it("holds: all that came in was sent, bundled, suppressed, expired, is dead or waits", async () => {
    member.at("2026-12-02T23:00:00Z");
    for (let count = 0; count < 7; count += 1) await member.tell();
    await member.tell({ expires: "2026-12-02T22:00:00Z" });
    await member.run(provider(sent).send);
    member.later(9 * 60 * minute);
    await member.tell();
    await member.run(provider(sent).send);
    const counted = await callAt(member.pool(), member.clock)("note_zone_version", { version: randomUUID() });
    expect(counted).toBe(true);
    const { rows } = await member.pool().query("select public.count_deliveries() as counted");
    const states: Record<string, number> = rows[0].counted.states;
    expect(rows[0].counted.unrouted).toBe(0);
    // Nine notifications on four channels, each with one place or none.
    expect(Object.values(states).reduce((sum, many) => sum + many, 0)).toBe(9 * 4);
    expect(states).toMatchObject({ sent: 1, bundled: 6, pending: 1 });
  });
});
