import { describe, expect, it } from "vitest";
import { piecesOf } from "./intake";
import { toldOf } from "./told";

const nowSeconds = Date.parse("2026-12-01T10:00:00Z") / 1_000;
const metadata = { display_phone_number: "97255", phone_number_id: "111" };
const text = (id: string, body: string, more: object = {}) => ({
  id,
  from: "972502345678",
  timestamp: String(nowSeconds),
  type: "text",
  text: { body },
  ...more,
});
const change = (value: object, field = "messages") => ({ field, value: { metadata, ...value } });
const delivery = (...changes: object[]) => ({
  object: "whatsapp_business_account",
  entry: [{ id: "waba", time: 1, changes }],
});
const split = (...changes: object[]) => piecesOf(delivery(...changes), nowSeconds);
const only = (...changes: object[]) => toldOf(split(...changes)?.pieces[0]?.body ?? "", true);

describe("a delivery", () => {
  it("of several things of several numbers is one piece each, under the number that it is of", () => {
    const other = { metadata: { ...metadata, phone_number_id: "222" }, messages: [text("c", "x")] };
    const statuses = [{ id: "a", status: "read", timestamp: "1796119200" }];
    const read = split(
      change({ messages: [text("a", "one"), text("b", "two")] }),
      change({ statuses }),
      change(other),
      { field: "message_template_status_update", value: { event: "PAUSED" } },
    );
    expect(read?.pieces.map(({ account, number }) => [account, number])).toEqual([
      ["waba", "111"],
      ["waba", "111"],
      ["waba", "111"],
      ["waba", "222"],
      ["waba", null],
    ]);
    expect(new Set(read?.pieces.map(({ id }) => id)).size).toBe(5);
    expect(read?.left).toBe(0);
  });

  it("that comes again has the same ids, and each step of a message another", () => {
    const ids = (status: string) =>
      split(change({ statuses: [{ id: "a", status, timestamp: String(nowSeconds) }] }))?.pieces.map(
        ({ id }) => id,
      );
    expect(ids("read")).toEqual(ids("read"));
    expect(ids("read")).not.toEqual(ids("sent"));
  });

  it("leaves out what is older than Meta tries, what is too long, and what nobody knows", () => {
    const old = text("a", "old", { timestamp: String(nowSeconds - 9 * 86_400) });
    const long = text("b", "x".repeat(300_000));
    const read = split(change({ messages: [old, long, text("c", "new")] }), { field: "history", value: {} });
    expect(read?.pieces).toHaveLength(1);
    expect(read?.left).toBe(3);
  });

  it.each([null, {}, { object: "page", entry: [] }, "text"])("that is none (%j) is null", (given) => {
    expect(piecesOf(given, nowSeconds)).toBeNull();
  });
});

describe("what a piece says", () => {
  it("is a message, with its moment, its kind and its words", () => {
    expect(only(change({ messages: [text("wamid.1", "שלום 😀")] }))).toEqual({
      what: "message",
      wamid: "wamid.1",
      number: "111",
      wa_id: "972502345678",
      bsuid: null,
      at: "2026-12-01T10:00:00.000Z",
      kind: "text",
      body: "שלום 😀",
      wish: null,
      synced: true,
    });
  });

  it("is a message of a person without a number, known by Meta's name of them", () => {
    const hidden = { ...text("wamid.2", "hi"), from: undefined };
    const contacts = [{ profile: { name: "D" }, user_id: "US.1349" }];
    expect(only(change({ contacts, messages: [hidden] }))).toMatchObject({ wa_id: null, bsuid: "US.1349" });
    expect(only(change({ messages: [hidden] }))).toBeNull();
    // In a batch nobody knows whose contact is whose.
    const two = split(change({ contacts, messages: [hidden, text("wamid.3", "x")] }));
    expect(two?.pieces.map(({ body }) => toldOf(body, true)?.bsuid ?? null)).toEqual([null, null]);
  });

  it.each([
    ["STOP", "stop"],
    ["הסר", "stop"],
    ["ابدأ", "start"],
    ["please stop by at five", null],
  ])("%s is the wish %s", (body, wish) => {
    expect(only(change({ messages: [text("w", body)] }))).toMatchObject({ wish });
  });

  it("is a step of a message of ours, with our own name of it and the code of a failure", () => {
    const status = { id: "wamid.4", status: "failed", timestamp: "1796119200", errors: [{ code: 131_047 }] };
    const statuses = [{ ...status, biz_opaque_callback_data: "ours" }];
    expect(only(change({ statuses }))).toEqual({
      what: "status",
      id: "ours",
      wamid: "wamid.4",
      status: "failed",
      code: 131_047,
    });
  });

  it.each(["account_update", "phone_number_quality_update", "template_category_update"])(
    "is, as %s, that the account has to be looked at",
    (field) => {
      expect(only({ field, value: { event: "ANYTHING" } })).toEqual({ what: "account" });
    },
  );

  it("is another number or another name of the same person", () => {
    const system = (more: object, from?: string) =>
      text("w", "", { type: "system", text: undefined, from, system: { body: "changed", ...more } });
    expect(
      only(
        change({
          messages: [system({ type: "user_changed_number", wa_id: "972509999999" }, "972502345678")],
        }),
      ),
    ).toMatchObject({ what: "rename", wa_id: "972509999999", old_wa_id: "972502345678" });
    expect(
      only(
        change({
          messages: [system({ type: "user_changed_user_id", user_id: "US.2", previous_user_id: "US.1" })],
        }),
      ),
    ).toMatchObject({ what: "rename", bsuid: "US.2", old_bsuid: "US.1" });
  });

  it("is a wish about marketing, or what Meta decided of a template", () => {
    const wish = { wa_id: "972502345678", value: "stop", timestamp: nowSeconds };
    expect(only(change({ user_preferences: [wish] }, "user_preferences"))).toMatchObject({
      what: "wish",
      wish: "stop",
      number: "111",
    });
    const template = (event: string) => ({
      field: "message_template_status_update",
      value: { event, message_template_name: "hello", message_template_language: "he", reason: "NONE" },
    });
    expect(only(template("REINSTATED"))).toMatchObject({
      what: "template",
      status: "APPROVED",
      language: "he",
    });
    expect(only(template("FLAGGED"))).toBeNull();
  });

  it("is nothing where it is not as Meta writes it", () => {
    for (const messages of [[{}], [5], [null], [text("w", "x", { timestamp: "soon" })]])
      expect(only(change({ messages }))).toBeNull();
    expect(toldOf("no json", true)).toBeNull();
  });
});

it("a delivery without the time of its entry is one all the same", () => {
  const changes = [change({ messages: [text("a", "x")] })];
  const given = { object: "whatsapp_business_account", entry: [{ id: "waba", changes }] };
  expect(piecesOf(given, nowSeconds)?.pieces).toHaveLength(1);
});
