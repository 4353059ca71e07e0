import { describe, expect, it } from "vitest";
import { destinationWith, idOf, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import { rulesOf } from "../kinds";
import { planOf, stateOf } from "./plan";

const now = "2026-12-02T12:00:00Z";
const row = noticeRowWith({ seq: 7 });
const plan = (...[given]: Parameters<typeof recipientWith>) =>
  planOf(row, recipientWith(given), () => true, now);

describe("the plan of a notification", () => {
  it("has each channel of its kind, where nothing reaches the person with the reason", () => {
    const { notification_id: id, deliveries } = plan();
    expect(id).toBe(idOf(7));
    const withoutApps = rulesOf(row.params).channels.filter((channel) => channel !== "apps");
    expect(deliveries.map(({ channel }) => channel)).toEqual(withoutApps);
    for (const each of deliveries.filter(({ channel }) => channel !== "email"))
      expect(each).toMatchObject({ destination_id: null, status: "suppressed", reason: "noDestination" });
  });

  it("has a delivery for each address of a channel, decided for that address", () => {
    const places = [
      destinationWith({ id: idOf(901) }),
      destinationWith({ id: idOf(902), address: "other@example.com", verified_at: null }),
    ];
    const mails = plan({ destinations: places }).deliveries.filter(({ channel }) => channel === "email");
    expect(mails).toMatchObject([
      { destination_id: idOf(901), status: "pending", reason: "wanted", not_before: now },
      { destination_id: idOf(902), status: "suppressed", reason: "unverified" },
    ]);
  });

  it("says that a channel is not set up rather than leaving it out", () => {
    for (const each of planOf(row, recipientWith(), () => false, now).deliveries)
      expect(each).toMatchObject({ status: "suppressed", reason: "notConfigured" });
  });

  it("is urgent where the notification is of high priority, so that it does not wait behind others", () => {
    for (const [priority, urgent] of [
      ["low", false],
      ["normal", false],
      ["high", true],
      ["urgent", true],
    ] as const)
      for (const each of planOf(noticeRowWith({ priority }), recipientWith(), () => true, now).deliveries)
        expect(each.urgent).toBe(urgent);
  });

  it("obeys who has left the project", () => {
    for (const each of plan({ projects: [] }).deliveries)
      expect(each).toMatchObject({ status: "suppressed", reason: "noAccess" });
  });
});

describe("a decision as a row", () => {
  const trace: [] = [];

  it("waits until it is held, in its bundle", () => {
    const until = "2026-12-03T08:00:00Z";
    expect(stateOf({ outcome: "hold", reason: "quiet", until, bundle: "away", trace }, now)).toEqual({
      status: "pending",
      not_before: until,
      bundle: "away",
    });
  });

  it("is due at once where it is to be sent, and done where it is not", () => {
    expect(stateOf({ outcome: "send", reason: "wanted", trace }, now).status).toBe("pending");
    expect(stateOf({ outcome: "suppress", reason: "switch", trace }, now).status).toBe("suppressed");
    expect(stateOf({ outcome: "expire", reason: "expired", trace }, now).status).toBe("expired");
  });
});
