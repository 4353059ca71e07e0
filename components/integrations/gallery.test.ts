import { describe, expect, it } from "vitest";
import type { Connection, ConnectionState } from "@/lib/integrations/contract/connection";
import type { Connect, Manifest } from "@/lib/integrations/contract/declaration";
import { everything, isFound, isInState, standingOf, standingWith } from "./gallery";

const provider = (connect: Connect | null): Manifest => ({
  name: "sms",
  icon: "sms",
  category: "notifications",
  position: 1,
  connect,
});
const connection = (state: ConnectionState): Connection => ({
  id: "1",
  provider: "sms",
  kind: "oauth",
  state,
  problem: null,
  account: null,
  scopes: [],
  types: [],
  news: null,
  unmatched: 0,
  lastSuccessAt: null,
  lastEventAt: null,
  dueAt: null,
  endsAt: null,
  deadEvents: 0,
});

describe("how a provider stands", () => {
  const account = provider({ by: "account", scopes: [] });
  it.each([
    ["connected", "connected"],
    ["degraded", "attention"],
    ["expiring", "attention"],
    ["needs_reconnect", "attention"],
    ["disconnected", "available"],
  ] as const)("with a connection that is %s: %s", (state, standing) => {
    expect(standingOf(account, connection(state), [])).toBe(standing);
  });

  it("is known by its connection, by what reaches the person, or not at all", () => {
    const link = provider({ by: "link", page: "/settings/destinations" });
    expect(standingOf(account, null, [])).toBe("available");
    expect(standingOf(account, undefined, ["sms"])).toBe("none");
    expect([standingOf(link, null, ["sms"]), standingOf(link, null, ["push"])]).toEqual([
      "connected",
      "available",
    ]);
    expect(standingOf(provider(null), null, ["sms"])).toBe("none");
  });
});

it("what needs attention is among the connected, and nothing else is in two states", () => {
  const inState = (state: "connected" | "attention" | "available") =>
    (["connected", "attention", "available", "none"] as const).filter((standing) =>
      isInState(state, standing),
    );
  expect(inState("connected")).toEqual(["connected", "attention"]);
  expect(inState("attention")).toEqual(["attention"]);
  expect(inState("available")).toEqual(["available"]);
});

it("a card is found by its words however they are typed, by its settings and by its name", () => {
  const card = {
    title: "دوא״ל",
    brings: "אחרי חיבור, ההודעות שלך ללידים יישלחו בשמך",
    category: "שיחות",
    fields: ["חתימה"],
  };
  const found = (words: string) => isFound({ ...everything, words }, "email", card);
  expect(["E-mail", "חתימה", "שיחות", "יומן"].map(found)).toEqual([true, true, true, false]);
  expect([found("ההודעות ללידים"), found("slack"), isFound(everything, "email", card)]).toEqual([
    true,
    false,
    true,
  ]);
});

it("what is connected for everybody in a project is connected for whoever has nothing of their own", () => {
  const [well, ended] = [{ problem: null }, { problem: "ended" }];
  expect([standingWith("available", []), standingWith("available", [well, ended])]).toEqual([
    "available",
    "connected",
  ]);
  expect([standingWith("available", [ended]), standingWith("attention", [well])]).toEqual([
    "attention",
    "attention",
  ]);
});
