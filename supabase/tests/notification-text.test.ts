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
  { kind, ...sample, lead_id: "7a1c", lead_name: `O'Hara {to} "ד״ר" $$` },
]);
const changes = heats.flatMap((from) =>
  heats.map((to) => ({ kind: "lead.heat", lead_id: "7a1c", lead_name: "Dana", from, to })),
);

it.each([...samples, ...changes])(
  "SQL says of $kind, $lead_name, $from, $to what its declaration says",
  async (params) => {
    const kind = kinds.get(params.kind);
    if (!kind) throw new Error(params.kind);
    const texts = Object.entries(kind.stored).map(([column, message]) => [column, said(message, params)]);
    expect(await stored(params)).toEqual({ category: kind.category, ...Object.fromEntries(texts) });
  },
);

it("a change of heat is told in the words, tone and priority that it always had", async () => {
  expect(
    await stored({ kind: "lead.heat", lead_id: "7a1c", lead_name: "Dana", from: "hot", to: "burning" }),
  ).toEqual({
    category: "heatProgressions",
    type: "success",
    priority: "high",
    title: "Dana is now burning",
    message: "Heat went from hot to burning.",
    action_url: "/leads/7a1c",
    collapse_key: "lead.heat:7a1c",
  });
  expect(
    await stored({ kind: "lead.heat", lead_id: "7a1c", lead_name: "Dana", from: "hot", to: "warm" }),
  ).toMatchObject({
    type: "info",
    priority: "normal",
  });
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
