import { beforeAll, describe, expect, it } from "vitest";
import { mostAttempts } from "@/lib/notifications/delivery/retry";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { limits, partsAt, provider, sent } from "./delivery-ground";
import { committedAs } from "./settings-client";
import { minute, toldMember } from "./told-member";

const member = toldMember();

const setTime = (id: string, expires: string) =>
  member.pool().query("update public.notifications set expires_at = $2 where id = $1", [id, expires]);

/** A run of a worker, and what it reported. */
async function runReporting(mail: ReturnType<typeof provider>): Promise<string[]> {
  const reported: string[] = [];
  const parts = partsAt(member.pool(), member.clock, {
    senders: { email: mail.send },
    report: (fault) => reported.push(fault),
  });
  await runWorker(parts, limits, () => true);
  return reported;
}

describe("a time that programs cannot read", () => {
  it.each(["infinity", "-infinity", "20000-01-01", "4000-01-01 BC"])(
    "is refused where a person may write it: %s",
    async (time) => {
      const id = await member.tell({});
      const snooze = committedAs(member.pool(), member.world().people.member, (client) =>
        client.query("update public.notifications set snoozed_until = $2 where id = $1", [id, time]),
      );
      await expect(snooze).rejects.toMatchObject({ constraint: "notifications_times_are_readable" });
    },
  );
});

describe("a notification that cannot be read after all", () => {
  beforeAll(() =>
    member.pool().query("alter table public.notifications drop constraint notifications_times_are_readable"),
  );

  it("holds up no other; it is dead, said so, and an admin has it planned again", async () => {
    const unreadable = await member.tell({ priority: "urgent" });
    await setTime(unreadable, "20000-01-01");
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    expect(await runReporting(mail)).toEqual([`notification ${unreadable} could not be planned`]);
    expect(mail.taken).toHaveLength(1);
    const [dead, ...others] = (await member.deliveries()).filter(
      ({ notification_id: id }) => id === unreadable,
    );
    expect(dead).toMatchObject({ status: "dead", reason: "unreadable" });
    expect(others).toEqual([]);

    await setTime(unreadable, "2027-01-01");
    await committedAs(member.pool(), member.world().people.owner, (client) =>
      client.query("select public.resend_delivery($1)", [dead.id]),
    );
    expect(await runReporting(mail)).toEqual([]);
    expect(mail.taken).toHaveLength(2);
  });

  it("is tried again and dead at last where it was planned before, and others of its claim are sent", async () => {
    const unreadable = await member.tell({ priority: "normal" });
    await member.run(provider(sent).send);
    await setTime(unreadable, "20000-01-01");
    await member.tell({ priority: "urgent" });
    const mail = provider(sent);
    member.later(61 * minute);
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      expect((await runReporting(mail)).length).toBe(1);
      member.later(61 * minute);
    }
    expect(await runReporting(mail)).toEqual([]);
    expect(mail.taken).toHaveLength(1);
    expect((await member.deliveries()).map(({ status, reason }) => `${status} ${reason}`).sort()).toEqual([
      "dead fault",
      "sent sent",
    ]);
  });
});
