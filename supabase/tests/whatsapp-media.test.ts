import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/local/test-people";
import type { GivenFile } from "@/local/providers/graph/files";
import { createWhatsappGround, type Person, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

const picture: GivenFile = { kind: "image", type: "image/jpeg", bytes: Buffer.from("a picture") };

/** A person with a connected number, to which their lead has sent a file; the message's id. */
async function sent(given: Partial<GivenFile> = {}) {
  const person = await ground.newPerson();
  await person.connected();
  const more = ground.graph.files.keep(person.number, { ...picture, ...given });
  await ground.graph.phones.write({ from: person.phone, number: person.number, body: "", more });
  await ground.run();
  const [message] = await ground.ask<{ id: string }>(
    "select id from private.whatsapp_messages where lead_id = $1",
    person.lead,
  );
  return { person, message: String(message?.id) };
}

const fetched = async (userId: string, message: string) => {
  const { sentFile } = await import("@/lib/integrations/whatsapp/media/service");
  const { fileAnswer } = await import("@/lib/integrations/whatsapp/media/file-answer");
  const file = await sentFile(userId, message);
  return file.ok ? fileAnswer(file.value) : file.error;
};
const textOf = (got: Awaited<ReturnType<typeof fetched>>) => (got instanceof Response ? got.text() : got);

/** What the line of a lead says can be fetched, as somebody in its project reads it. */
const saidTo = async (userId: string, { lead }: Person) => {
  const client = await ground.database.pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('request.jwt.claims', $1, true)", [
      JSON.stringify({ sub: userId, role: "authenticated" }),
    ]);
    await client.query("set local role authenticated");
    const { rows } = await client.query("select public.get_lead_talk($1) -> 'entries' as entries", [lead]);
    return rows[0].entries.map(({ media }: { media: unknown }) => media);
  } finally {
    await client.query("rollback");
    client.release();
  }
};

const join = async ({ project }: Person, role: string) => {
  const userId = await createUser(ground.database.pool);
  await ground.ask(
    "insert into public.project_members (project_id, user_id, role) values ($1, $2, $3)",
    project,
    userId,
    role,
  );
  return userId;
};

describe("what a lead sends beside words", () => {
  it("is read by everybody in the lead's project, with the token of who connected the number", async () => {
    const { person, message } = await sent();
    const viewer = await join(person, "viewer");
    expect(await saidTo(viewer, person)).toEqual([{ name: null }]);
    for (const reader of [person.userId, viewer])
      expect(await textOf(await fetched(reader, message))).toBe("a picture");
  });

  it("is nobody's who is not in the project, whatever number they have connected themselves", async () => {
    const { message } = await sent();
    const { person: other } = await sent();
    expect(await fetched(other.userId, message)).toEqual({ code: "not_found", path: "message" });
  });

  it("is not fetched with the token of somebody who has left the project", async () => {
    const { person, message } = await sent();
    const viewer = await join(person, "viewer");
    await ground.ask("delete from public.project_members where user_id = $1", person.userId);
    expect(await fetched(viewer, message)).toEqual({ code: "not_found", path: "message" });
  });

  it("cannot be fetched once its number is disconnected, and is not offered then", async () => {
    const { person, message } = await sent();
    await ground.service.disconnect(person.userId, "whatsapp");
    expect(await fetched(person.userId, message)).toEqual({ code: "not_found", path: "message" });
    expect(await saidTo(person.userId, person)).toEqual([null]);
  });

  it("that Meta has no more, or opens no more, is said so", async () => {
    const { person, message } = await sent();
    person.token.ends = 1;
    expect(await fetched(person.userId, message)).toEqual({ code: "conflict", path: "credentials" });
    person.token.ends = null;
    ground.graph.files.forget();
    expect(await fetched(person.userId, message)).toEqual({ code: "not_found", path: "media" });
  });

  it("of more than 25 MB is not brought here", async () => {
    const { person, message } = await sent({ bytes: Buffer.alloc(25 * 1024 * 1024 + 1) });
    expect(await fetched(person.userId, message)).toEqual({ code: "conflict", path: "tooLarge" });
  });

  it("can be fetched sixty times a minute, and no more often: each is a request to Meta", async () => {
    const { person, message } = await sent();
    await ground.ask(
      `insert into private.rate_counters (user_id, name, minute, used, day, used_in_day)
       values ($1, 'whatsapp_media', date_trunc('minute', now()) + interval '1 hour', 59, date_trunc('day', now(), 'UTC'), 59)`,
      person.userId,
    );
    expect(await textOf(await fetched(person.userId, message))).toBe("a picture");
    await expect(fetched(person.userId, message)).rejects.toThrow();
  });

  it("is a file to be saved under its own name, unless it can only be shown", async () => {
    const { person, message } = await sent({
      kind: "document",
      type: "text/html",
      bytes: Buffer.from("<script>alert(1)</script>"),
      name: "הצעה (1).html",
    });
    const got = await fetched(person.userId, message);
    expect(got instanceof Response && Object.fromEntries(got.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename*=UTF-8''%D7%94%D7%A6%D7%A2%D7%94%20%281%29.html",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "cache-control": "private, no-store",
    });
    expect(await saidTo(person.userId, person)).toEqual([{ name: "הצעה (1).html" }]);
  });
});
