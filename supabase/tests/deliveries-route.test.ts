import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as readDeliveries } from "@/app/api/deliveries/route";
import { GET as readHistory } from "@/app/api/notifications/history/route";
import { createUser } from "@/local/test-people";
import { createActionGround, type ActionGround } from "./action-ground";
import { carrySignIn } from "./request-cookies";

vi.mock("next/headers", async () => (await import("./request-cookies")).nextHeaders);
// A page waits two seconds for the platform. A loaded machine is no failure here.
vi.mock("@/lib/supabase/time-limits", () => ({ readTimeoutMs: 60_000, writeTimeoutMs: 60_000 }));

let ground: ActionGround;
let other: string;
/** A notification of somebody else, and one of the owner of the world. */
let foreign: string;
let own: string;
beforeAll(async () => {
  ground = await createActionGround();
  other = await createUser(ground.database.pool);
});
afterAll(() => ground.stop());
beforeEach(async () => {
  const { pool } = ground.database;
  await pool.query("delete from public.notifications");
  foreign = await told(other);
  own = await told(ground.world.people.owner);
});

/** Makes a notification that was planned: an e-mail is sent, a push is kept back. Answers its id. */
async function told(person: string): Promise<string> {
  const { pool } = ground.database;
  const { rows } = await pool.query<{ id: string }>(
    `insert into public.notifications (user_id, category, type, priority, title, message, params)
     values ($1, 'leadUpdates', 'info', 'normal', 'A lead', 'It came.', '{"kind": "lead.created"}') returning id`,
    [person],
  );
  const id = rows[0]?.id ?? "";
  await pool.query(
    `insert into private.deliveries (notification_id, user_id, channel, status, reason, trace, not_before, urgent, done_at)
     values ($1, $2, 'push', 'suppressed', 'switch', '[]', now(), false, now()),
            ($1, $2, 'email', 'sent', 'sent', '[]', now(), false, now())`,
    [id, person],
  );
  return id;
}

async function ask(get: (request: Request) => Promise<Response>, query: Record<string, string>) {
  const answer = await get(new Request(`https://app.example.com/?${new URLSearchParams(query).toString()}`));
  return { status: answer.status, body: await answer.json() };
}

describe("what became of a notification", () => {
  it("is told to its person, channel by channel in the order of the app", async () => {
    const userId = await ground.beOwner();
    const { status, body } = await ask(readDeliveries, { userId, id: own });
    expect(status).toBe(200);
    expect(body.value).toMatchObject([
      { channel: "email", status: "sent", reason: "sent" },
      { channel: "push", status: "suppressed", reason: "switch" },
    ]);
    expect(body.value[0]).not.toHaveProperty("trace");
  });

  it("is told to nobody else, and not even that there is one", async () => {
    const userId = await ground.beOwner();
    expect(await ask(readDeliveries, { userId, id: foreign })).toEqual({
      status: 200,
      body: { ok: true, value: [] },
    });
  });

  it("is told to nobody who is not signed in, nor under another's name", async () => {
    const userId = await ground.beOwner();
    expect((await ask(readDeliveries, { userId: other, id: foreign })).status).toBe(409);
    carrySignIn(null);
    expect((await ask(readDeliveries, { userId, id: own })).status).toBe(401);
  });

  it.each([
    ["id", { id: "none" }],
    ["page", { id: "5f0f4b9e-3b55-4d5a-9a51-3f9f6a1d2b11", page: "2" }],
  ])("is refused with the name of what is wrong: %s", async (path, given) => {
    const userId = await ground.beOwner();
    expect(await ask(readDeliveries, { userId, ...given })).toMatchObject({
      status: 400,
      body: { error: { path } },
    });
  });
});

describe("the notifications of a month", () => {
  const ids = ({ body }: { body: { value: { rows: { id: string }[] } } }) =>
    body.value.rows.map(({ id }) => id);

  it("are those of the person alone", async () => {
    const userId = await ground.beOwner();
    expect(ids(await ask(readHistory, { userId }))).toEqual([own]);
  });

  it("end 30 days ago, and come in the order in which they happened", async () => {
    const userId = await ground.beOwner();
    const older = await told(userId);
    const oldest = await told(userId);
    const move =
      "update public.notifications set occurred_at = now() - make_interval(days => $2) where id = $1";
    await ground.database.pool.query(move, [older, 29]);
    await ground.database.pool.query(move, [oldest, 31]);
    expect(ids(await ask(readHistory, { userId }))).toEqual([older, own]);
  });

  it("say what the person mutes, and nothing of what another does", async () => {
    const userId = await ground.beOwner();
    const mute = `insert into public.notification_subscriptions (user_id, project_id, state) values ($1, $2, 'muted')`;
    const { pool } = ground.database;
    const { projectId } = ground.world;
    await pool.query("delete from public.notification_subscriptions");
    await pool.query(mute, [userId, projectId]);
    await pool.query(mute, [other, projectId]);
    const { body } = await ask(readHistory, { userId });
    expect(body.value.subscriptions).toEqual([
      { project_id: projectId, lead_id: null, state: "muted", until: null },
    ]);
  });
});
