import { describe, expect, it } from "vitest";
import { runWorker } from "@/lib/notifications/delivery/worker";
import { callAt, limits, partsAt, provider, sent } from "./delivery-ground";
import { minute, toldMember } from "./told-member";

const member = toldMember();

/** A worker to whom something happens between its claim and what it sends. */
async function runWith(meanwhile: () => Promise<unknown>) {
  const mail = provider(sent);
  const parts = partsAt(member.pool(), member.clock, { senders: { email: mail.send } });
  let done = false;
  const claim: typeof parts.store.claim = async (...given) => {
    const claimed = await parts.store.claim(...given);
    if (claimed.lease !== null && !done) {
      done = true;
      await meanwhile();
    }
    return claimed;
  };
  await runWorker({ ...parts, store: { ...parts.store, claim } }, limits, () => true);
  expect(done).toBe(true);
  return mail.taken;
}

async function tellDue() {
  await member.tell();
  await member.run(provider(sent).send);
  member.later(2 * minute);
  await member
    .pool()
    .query("update private.deliveries set not_before = $1 where channel = 'email'", [member.clock()]);
}

const turnOff = () => member.set({ email_notifications: { heatProgressions: false } });

describe("a notification that a worker has claimed", () => {
  it("is not sent where its switch was turned off after the claim, and is decided anew", async () => {
    await tellDue();
    expect(await runWith(turnOff)).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([
      { status: "suppressed", reason: "switch", lease_id: null, attempts: 0 },
    ]);
  });

  it("is sent by the same run where what was changed after the claim does not concern it", async () => {
    await tellDue();
    expect(await runWith(() => member.set({ sms_notifications: { heatProgressions: false } }))).toHaveLength(
      1,
    );
    expect(await member.deliveries()).toMatchObject([{ status: "sent", attempts: 1 }]);
  });

  it("is not sent to whoever left the project after the claim", async () => {
    await tellDue();
    const { people, projectId } = member.world();
    const leave = "delete from public.project_members where user_id = $1 and project_id = $2";
    expect(await runWith(() => member.pool().query(leave, [people.member, projectId]))).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "suppressed", reason: "noAccess" }]);
    await member
      .pool()
      .query("insert into public.project_members (project_id, user_id, role) values ($1, $2, 'member')", [
        projectId,
        people.member,
      ]);
  });

  it("is not sent to an address that stopped taking anything after the claim", async () => {
    await tellDue();
    const stop =
      "update private.destinations set disabled_reason = 'bounced', disabled_at = now() where user_id = $1";
    expect(await runWith(() => member.pool().query(stop, [member.world().people.member]))).toHaveLength(0);
    // Another tells of the address itself.
    const [first] = await member.deliveries();
    expect(first).toMatchObject({ status: "suppressed", reason: "bounced" });
  });

  it("is not sent where the switch is committed while the transaction of the claim is open", async () => {
    await tellDue();
    await member
      .pool()
      .query(
        "update private.deliveries set not_before = now() - interval '1 second' where status = 'pending'",
      );
    const claiming = await member.pool().connect();
    await claiming.query("begin");
    const { rows } = await claiming.query("select private.claim_deliveries(20, 60, now()) as claim");
    // The claim has read the settings. The change comes to its rows and waits for it.
    const changed = turnOff();
    await untilSomebodyWaits().finally(async () => {
      await claiming.query("commit");
      claiming.release();
    });
    await changed;
    const { lease, deliveries } = rows[0].claim;
    const ids = deliveries.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(1);
    const begin = (under: string) => callAt(member.pool(), null)("begin_deliveries", { lease: under, ids });
    expect(await begin(lease)).toEqual([]);
  });

  it("is passed over by a claim while a change of the settings is not committed yet", async () => {
    await tellDue();
    const changing = await member.pool().connect();
    await changing.query("begin");
    await changing.query(
      `insert into public.user_notification_settings (user_id, email_notifications)
     values ($1, '{"heatProgressions": false}')`,
      [member.world().people.member],
    );
    const mail = provider(sent);
    await member.run(mail.send).finally(async () => {
      await changing.query("commit");
      changing.release();
    });
    await member.run(mail.send);
    expect(mail.taken).toHaveLength(0);
    expect(await member.deliveries()).toMatchObject([{ status: "suppressed", reason: "switch" }]);
  });
});

async function untilSomebodyWaits() {
  await expect
    .poll(async () => {
      const { rows } = await member
        .pool()
        .query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
      return rows.length;
    })
    .toBeGreaterThan(0);
}
