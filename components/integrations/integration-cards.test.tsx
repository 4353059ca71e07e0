// @vitest-environment jsdom
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Connection } from "@/lib/integrations/contract/connection";
import { providers } from "@/lib/integrations/registry";
import { valueAt } from "@/lib/settings/patch";
import en from "@/messages/en.json";
import { drawConnected, refusedActions } from "./connections-page.test-support";
import { IntegrationCard } from "./integration-card";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
afterEach(cleanup);

const connectionWith = (provider: string): Connection => ({
  id: "c1",
  provider,
  kind: "personal",
  state: "connected",
  problem: null,
  account: { id: "1", name: "Somewhere", email: "" },
  scopes: [],
  types: [],
  news: { by: "webhook" },
  unmatched: 0,
  lastSuccessAt: null,
  lastEventAt: null,
  dueAt: null,
  endsAt: null,
  deadEvents: 0,
});

/** The card of a provider for somebody who has connected it, or nothing yet. */
function draw(name: string, connections: readonly Connection[]) {
  const provider = providers.find((each) => each.name === name);
  if (!provider) throw new Error("it is in the registry");
  drawConnected(
    <IntegrationCard
      provider={provider}
      standing={connections.length > 0 ? "connected" : "available"}
      later={[]}
      isWide={false}
    >
      {null}
    </IntegrationCard>,
    { connections, projectApps: { leads: [], apps: [] }, ways: { [name]: ["personal"] } },
  );
  const title = String(valueAt(en, `settings.integrations.${name}.title`));
  return { title, card: within(screen.getByRole("region", { name: title })) };
}

describe.each(providers)("the card of $name", ({ name, connect }) => {
  it("says what it brings, and offers the way there is", () => {
    const { title, card } = draw(name, []);
    expect(card.getByText(String(valueAt(en, `settings.integrations.${name}.brings`)))).toBeTruthy();
    if (connect?.by === "form") return expect(card.getAllByRole("button").length).toBeGreaterThan(0);
    const isConnectable = connect?.by === "account" || connect?.by === "address";
    const wayIn = isConnectable ? /^(Connect|Use a key): / : /^Set up: /;
    const ways = [...card.queryAllByRole("button"), ...card.queryAllByRole("link")].map(
      (way) => way.getAttribute("aria-label") ?? "",
    );
    expect(ways.some((way) => wayIn.test(way) && way.endsWith(title))).toBe(connect !== null);
  });
});

describe.each(providers.filter(({ connect }) => connect?.by === "address"))(
  "the card of $name",
  ({ name }) => {
    it("that is connected offers a trial, and the way out", () => {
      const { title, card } = draw(name, [connectionWith(name)]);
      expect(card.getByText("Somewhere")).toBeTruthy();
      for (const deed of ["Send me one now", "Disconnect"])
        expect(card.getByRole("button", { name: `${deed}: ${title}` })).toBeTruthy();
    });
  },
);

it("a connection that ends soon says when, and is connected again from its card before", () => {
  const ending = {
    ...connectionWith("whatsapp"),
    state: "expiring",
    endsAt: "2026-12-24T10:00:00Z",
  } as const;
  const { card } = draw("whatsapp", [ending]);
  expect(card.getByText("Ends soon")).toBeTruthy();
  expect(card.getByText(/Connect it again before/)).toBeTruthy();
  expect(card.getByText(/Dec 24, 2026|24 Dec 2026|Dec 24/)).toBeTruthy();
  expect(card.getByRole("button", { name: "Use a key: WhatsApp" })).toBeTruthy();
});

describe("a connection some of whose news could not be taken in", () => {
  it("says how many, and has them tried again on a press", async () => {
    const retry = vi.spyOn(refusedActions, "retryConnectionEvents");
    const { card } = draw("calendly", [{ ...connectionWith("calendly"), deadEvents: 2 }]);
    expect(card.getByText(/^2 messages from Calendly could not be taken in/)).toBeTruthy();
    await act(() => userEvent.click(card.getByRole("button", { name: "Try again: Calendly" })));
    expect(retry.mock.calls).toEqual([[{ userId: "uma", provider: "calendly" }]]);
  });

  it("is not said where there is none", () => {
    const { card } = draw("calendly", [connectionWith("calendly")]);
    expect(card.queryByRole("button", { name: /^Try again/ })).toBeNull();
  });
});
