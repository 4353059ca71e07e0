import { describe, expect, it } from "vitest";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import type { JsonObject } from "@/lib/settings/json";
import { useTelling } from "./told-rows";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, the app", (major) => {
  const { ask, as, makeLead, told, inApp, hints, world } = useTelling(major);
  const subscribe = (state: string | null, lead: string | null = null, until: string | null = null) =>
    as(
      "owner",
      "select public.set_notification_subscription($1, $2, $3, now() + $4::interval) as now",
      world().projectId,
      lead,
      state,
      until,
    );
  const warm = (lead: string) => ask("update public.leads set heat = 'warm' where id = $1", lead);
  const reason = async () => (await told("owner"))[0]?.kept_away;

  it.each<[string, JsonObject, string | null]>([
    ["whose switch is off", { heatProgressions: false }, "switch"],
    ["of a lead colder than the threshold", { minimumHeat: "hot" }, "heat"],
    ["of a lead as hot as the threshold", { minimumHeat: "warm" }, null],
    ["whose switch alone is on", { leadUpdates: false, bantQualifications: false }, null],
  ])("judges what is told, %s, by the person's own settings", async (_, settings, why) => {
    await inApp("owner", settings);
    await warm(await makeLead());
    expect(await reason()).toBe(why);
    expect((await told("member"))[0]?.kept_away).toBeNull();
  });

  it("obeys a switch that was turned a moment ago, in the same transaction", async () => {
    const lead = await makeLead();
    await inApp("owner", { heatProgressions: false });
    await warm(lead);
    await inApp("owner", { heatProgressions: true });
    await ask("update public.leads set heat = 'hot' where id = $1", lead);
    expect((await told("owner", true)).map(({ kept_away }) => kept_away)).toEqual([null, "switch"]);
  });

  it("tells of several changes the first that a switch lets through", async () => {
    await inApp("owner", { heatProgressions: false });
    const lead = await makeLead();
    await ask("update public.leads set heat = 'burning', bant_budget = true where id = $1", lead);
    expect(await told("owner")).toMatchObject([{ params: { kind: "bant.completed" }, kept_away: null }]);
    expect(await told("member")).toMatchObject([{ params: { kind: "heat.milestone" } }]);
  });

  it("keeps away a muted lead, and a muted project but for a lead that is followed", async () => {
    const [one, other] = [await makeLead("cold", "One"), await makeLead("cold", "Other")];
    await subscribe("muted", one);
    await warm(one);
    expect(await reason()).toBe("muted");
    await warm(other);
    expect(await reason()).toBeNull();
    await subscribe("muted");
    await subscribe("followed", one);
    await ask("update public.leads set heat = 'hot' where id = $1", one);
    expect(await reason()).toBeNull();
    await ask("update public.leads set heat = 'hot' where id = $1", other);
    expect(await reason()).toBe("muted");
  });

  it("tells of a followed lead however cold it is, and of a muted one again when that ends", async () => {
    await inApp("owner", { minimumHeat: "burning" });
    const [cold, muted] = [await makeLead("hot"), await makeLead("cold", "Muted")];
    await subscribe("followed", cold);
    await warm(cold);
    expect(await reason()).toBeNull();
    await inApp("owner", {});
    await subscribe("muted", muted, "1 hour");
    await warm(muted);
    expect(await reason()).toBe("muted");
    await ask("update public.notification_subscriptions set until = now() where until is not null");
    await ask("update public.leads set heat = 'hot' where id = $1", muted);
    expect(await reason()).toBeNull();
  });

  it("keeps nothing away that nobody may switch off", async () => {
    await inApp("owner", { leadUpdates: false, minimumHeat: "burning" });
    await subscribe("muted");
    for (const params of [
      { kind: "account.security", event: "password" },
      { kind: "integration.attention", provider: "calendly", reason: "credentials" },
      { kind: "test" },
    ]) {
      await ask(
        "select public.tell_people(array[$1]::uuid[], $2, $3)",
        world().people.owner,
        params,
        world().projectId,
      );
      expect(await told("owner")).toMatchObject([{ params, kept_away: null }]);
      await ask("delete from public.notifications");
    }
  });

  it("judges what the service tells in its own words, too", async () => {
    const create = (category: string) =>
      ask(
        "select public.create_notification($1, 'News', category => $2, project_id => $3)",
        world().people.owner,
        category,
        world().projectId,
      );
    await inApp("owner", { leadUpdates: false });
    await create("leadUpdates");
    expect(await reason()).toBe("switch");
    await subscribe("muted");
    await create("calendlyBookings");
    expect(await reason()).toBe("muted");
    await create("security");
    expect(await reason()).toBeNull();
  });

  it("neither shows, counts, marks nor hints at what it keeps away, and numbers it all the same", async () => {
    await inApp("owner", { heatProgressions: false });
    await warm(await makeLead());
    const { owner, member, viewer } = world().people;
    const heard = (await hints()).map(({ topic }) => topic).sort();
    expect(heard).toEqual([`user:${member}`, `user:${viewer}`].sort());
    const [row] = await told("owner");
    const [bell] = await as<{ feed: { rows: unknown[]; unread: number; head: number } }>(
      "owner",
      "select public.get_notifications() as feed",
    );
    expect(bell?.feed).toMatchObject({ rows: [], unread: 0, head: Number(row?.seq) });
    await as("owner", "select public.mark_notifications_through(1000000)");
    expect(await ask("select read from public.notifications where user_id = $1", owner)).toEqual([
      { read: false },
    ]);
    await ask("delete from realtime.messages");
    await ask("update public.notifications set routed_at = now()");
    expect(await hints()).toEqual([]);
  });

  it("hints once at many rows of one statement, at the newest", async () => {
    const leads = [
      await makeLead("cold", "One"),
      await makeLead("cold", "Two"),
      await makeLead("cold", "Three"),
    ];
    await ask("update public.leads set heat = 'warm' where id = any ($1)", leads);
    const [newest] = await told("owner");
    const sent = (await hints()).filter(({ topic }) => topic === `user:${world().people.owner}`);
    expect(sent.map(({ payload }) => payload.seq)).toEqual([Number(newest?.seq)]);
  });
});
