import { createTranslator } from "next-intl";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/local/test-database";
import { createUser } from "@/local/test-people";
import { kinds } from "@/lib/notifications/kinds";
import { heats } from "@/lib/vocabulary/heat";
import { committedAs } from "./settings-client";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const stored = async (params: object) => {
  const { rows } = await database.pool.query("select * from private.notification_text($1)", [
    JSON.stringify(params),
  ]);
  return rows[0];
};

/** What the declaration's ICU messages say, by the library of the screens. */
const said = (message: string, values: Readonly<Record<string, unknown>>) =>
  createTranslator({ locale: "en", messages: { message } })(
    "message",
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  );

const samples = [...kinds].flatMap(([kind, { sample }]) => [
  { kind, ...sample, lead_id: "7a1c" },
  { kind, ...sample, lead_id: "7a1c", changes: 1, known: 4, mark: "several" },
  { kind, ...sample, lead_id: "7a1c", lead_name: `O'Hara {to} "ד״ר" $$` },
  { kind, ...sample, lead_id: "7a1c", lead_gone: true },
]);
const changes = heats.flatMap((from) =>
  heats.map((to) => ({ kind: "lead.heat", lead_id: "7a1c", lead_name: "Dana", from, to, changes: 1 })),
);

it.each([...samples, ...changes])(
  "SQL says of $kind, $lead_name, $from, $to, $changes what its declaration says",
  async (params) => {
    const kind = kinds.get(params.kind);
    if (!kind) throw new Error(params.kind);
    const texts = Object.entries(kind.stored).map(([column, message]) => [column, said(message, params)]);
    expect(await stored(params)).toEqual({ category: kind.category, ...Object.fromEntries(texts) });
  },
);

it("a change of heat is told in the words, tone and priority that it always had", async () => {
  const change = { lead_id: "7a1c", lead_name: "Dana", from: "hot", changes: 1 };
  expect(await stored({ ...change, kind: "heat.milestone", to: "burning" })).toEqual({
    category: "heatProgressions",
    type: "success",
    priority: "high",
    title: "Dana is now burning",
    message: "Heat went from hot to burning.",
    action_url: "/leads/7a1c",
    collapse_key: "lead:7a1c",
  });
  expect(await stored({ ...change, kind: "lead.heat", to: "warm", changes: 3 })).toMatchObject({
    type: "info",
    priority: "normal",
    message: "Heat went from hot to warm. 3 changes.",
  });
});

it("a kind without a fact that its text needs is refused, and not stored without words", async () => {
  for (const params of [
    { kind: "lead.heat", lead_id: "7a1c", lead_name: "Dana", from: "hot", to: "warm" },
    { kind: "lead.won", lead_name: "Dana", changes: 1 },
    { kind: "meeting.booked", lead_id: "7a1c", lead_name: "Dana", meeting_id: "1" },
  ])
    await expect(stored(params)).rejects.toMatchObject({ code: "PT400", detail: "params" });
});

it("the rules of a kind are those of its declaration", async () => {
  for (const [name, { channels, mandatory, collapseSeconds, lifetime, heat }] of kinds) {
    const { rows } = await database.pool.query("select * from private.kind_rules($1)", [name]);
    expect(rows).toEqual([
      {
        channels,
        mandatory,
        collapse_seconds: collapseSeconds,
        lifetime_seconds: typeof lifetime === "number" ? lifetime : null,
        lifetime_fact: typeof lifetime === "number" ? null : lifetime.until,
        heat_fact: heat,
      },
    ]);
  }
});

it("a kind that nobody declared is refused", async () => {
  await expect(stored({ kind: "lead.teleported" })).rejects.toMatchObject({ code: "PT400" });
  await expect(stored({})).rejects.toMatchObject({ code: "PT400" });
});

it("nobody but triggers and their owner asks for the words of a kind", async () => {
  const person = await createUser(database.pool);
  const attempt = committedAs(database.pool, person, (client) =>
    client.query(`select private.notification_text('{"kind": "lead.heat"}')`),
  );
  await expect(attempt).rejects.toMatchObject({ code: "42501" });
});
