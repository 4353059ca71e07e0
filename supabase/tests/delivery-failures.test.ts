import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mostAttempts } from "@/lib/notifications/delivery/retry";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { committedAs } from "./settings-client";
import { minute, toldMember } from "./told-member";

const member = toldMember();

const claimed = z.object({ lease: z.string(), deliveries: z.array(z.object({ id: z.string() })) });

describe("a provider that fails", () => {
  it("is asked again later and later, under the same id, and the delivery is dead after the last attempt", async () => {
    await member.tell({ priority: "urgent" });
    const mail = provider(() => ({ outcome: "retry", reason: "network", afterSeconds: null }));
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      await member.run(mail.send);
      expect(mail.taken).toHaveLength(attempt);
      member.later(61 * minute);
    }
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(mostAttempts);
    expect(new Set(mail.taken.map(({ id }) => id)).size).toBe(1);
    expect(await member.deliveries()).toMatchObject([{ status: "dead", reason: "network" }]);
  });

  it("leaves a dead delivery to an admin of the project, who sends it again; nobody else may", async () => {
    await member.tell({ priority: "urgent" });
    await member.run(provider(() => ({ outcome: "failed", reason: "blocked" })).send);
    const list = (who: string) =>
      committedAs(member.pool(), who, async (client) => {
        const { rows } = await client.query("select public.list_dead_deliveries() as dead");
        return rows[0].dead;
      });
    const [dead] = await list(member.world().people.owner);
    expect(dead).toMatchObject({ channel: "email", reason: "blocked" });
    expect(await list(member.world().people.member)).toEqual([]);
    expect(await list(member.world().people.stranger)).toEqual([]);
    const resend = (who: string) =>
      committedAs(member.pool(), who, (client) =>
        client.query("select public.resend_delivery($1)", [dead.id]),
      );
    await expect(resend(member.world().people.member)).rejects.toMatchObject({ code: "PT404" });
    await resend(member.world().people.owner);
    await member
      .pool()
      .query("update private.deliveries set not_before = $1 where status = 'pending'", [member.clock()]);
    const mail = provider(sent);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(1);
  });

  it("that says the address is gone switches it off, and nothing more is sent there", async () => {
    await member.tell({ priority: "urgent" });
    await member.run(provider(() => ({ outcome: "gone", reason: "bounced" })).send);
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    // The third is the notice that nothing arrives there any more.
    const bounced = { status: "suppressed", reason: "bounced" };
    expect(await member.deliveries()).toMatchObject([bounced, bounced, bounced]);
  });

  it("that asks for patience is given it", async () => {
    await member.tell({ priority: "urgent" });
    const mail = provider(() => ({ outcome: "retry", reason: "rateLimited", afterSeconds: 600 }));
    await member.run(mail.send);
    member.later(600_000 - 1);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(1);
    member.later(1);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(2);
  });
});

describe("a worker that dies or freezes", () => {
  it("gives its rows back when its lease ends, and they go out under the same id", async () => {
    await member.tell({ priority: "urgent" });
    const lost = provider(sent);
    const dies = { ...partsAt(member.pool(), member.clock, { senders: { email: lost.send } }) };
    dies.store = { ...dies.store, complete: () => Promise.reject(new Error("killed")) };
    await expect(runWorker(dies, limits, () => true)).rejects.toThrow("killed");
    const mail = provider(sent);
    member.later(limits.leaseSeconds * 1_000 - 1);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    member.later(1);
    await member.run(mail.send);
    expect(mail.taken.map(({ id }) => id)).toEqual(lost.taken.map(({ id }) => id));
  });

  it("writes nothing down after its lease: what the next worker did stays", async () => {
    await member.tell({ priority: "urgent" });
    await member.run(provider(() => ({ outcome: "retry", reason: "network", afterSeconds: null })).send);
    member.later(61 * minute);
    const call = callAt(member.pool(), member.clock);
    const claim = claimed.parse(await call("claim_deliveries", { most: 20, lease_seconds: 60 }));
    member.later(61_000);
    await member.run(provider(sent).send);
    const results = [
      { id: claim.deliveries[0]?.id ?? "", status: "dead", reason: "late", bundle: null, attempted: true },
    ];
    expect(await call("complete_deliveries", { lease: claim.lease, results })).toBe(0);
    expect(await member.deliveries()).toMatchObject([{ status: "sent" }]);
  });

  it("begins nothing that could end after its lease: a worker that was frozen sends what it held to nobody", async () => {
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    let frozenFor = 0;
    const parts = partsAt(member.pool(), member.clock, {
      senders: { email: mail.send },
      elapsed: () => frozenFor,
    });
    const { claim } = parts.store;
    const freezing = async (...given: Parameters<typeof claim>) => {
      const answer = await claim(...given);
      frozenFor = limits.leaseSeconds * 1_000;
      return answer;
    };
    await runWorker({ ...parts, store: { ...parts.store, claim: freezing } }, limits, () => frozenFor === 0);
    expect(mail.taken).toHaveLength(0);
    member.later(limits.leaseSeconds * 1_000);
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(1);
  });

  it("does not plan a notification twice, however often it is planned", async () => {
    const id = await member.tell({ priority: "urgent" });
    const call = callAt(member.pool(), member.clock);
    const plan = {
      notification_id: id,
      deliveries: [
        { channel: "email", destination_id: null, status: "suppressed", reason: "switch", trace: [] },
      ],
    };
    expect(await call("store_plans", { plans: [plan] })).toBe(1);
    expect(
      await call("store_plans", { plans: [plan, { notification_id: randomUUID(), deliveries: [] }] }),
    ).toBe(0);
    expect(await member.deliveries()).toHaveLength(1);
  });
});
