import { describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/notifications/channels/channel";
import { deliveryWith, idOf, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import type { Group } from "./group";
import { attempted, decided } from "./results";
import { mostAttempts } from "./retry";
import type { Decision } from "./verdict";

const now = "2026-12-02T12:00:00Z";
const itemOf = (number: number, given: Parameters<typeof deliveryWith>[1] = {}) => ({
  delivery: deliveryWith(number, given),
  row: noticeRowWith({ seq: number }),
});
const groupOf = (...[first, ...rest]: Group["items"]): Group => ({
  id: first.delivery.carrier_id,
  recipient: recipientWith(),
  items: [first, ...rest],
});
const rowsOf = ({ items }: Group) => items.map(({ delivery }) => delivery);
const became = (group: Group, outcome: Outcome, chance = 1) =>
  attempted(rowsOf(group), outcome, now, chance).map(({ status, reason, not_before: until }) =>
    until === undefined ? `${status} ${reason}` : `${status} ${reason} ${until}`,
  );

describe("a message that its provider took", () => {
  const sent: Outcome = { outcome: "sent", providerId: "p1" };

  it("is sent, and every other row in it went with it: each row has one result", () => {
    const group = groupOf(itemOf(1), itemOf(2), itemOf(3));
    expect(became(group, sent)).toEqual(["sent sent", "bundled sent", "bundled sent"]);
    expect(attempted(rowsOf(group), sent, now, 1).map(({ id }) => id)).toEqual([
      idOf(101),
      idOf(102),
      idOf(103),
    ]);
    for (const each of attempted(rowsOf(group), sent, now, 1))
      expect(each).toMatchObject({ attempted: true, provider_id: "p1" });
  });

  it("keeps what it had waited for, but the grace, which everything waits for", () => {
    for (const reason of ["pause", "quiet", "workingHours", "meeting", "frequency", "budget", "escalation"])
      expect(became(groupOf(itemOf(1, { reason })), sent)).toEqual([`sent ${reason}`]);
    expect(became(groupOf(itemOf(1, { reason: "grace" })), sent)).toEqual(["sent sent"]);
    expect(became(groupOf(itemOf(1, { reason: "network" })), sent)).toEqual(["sent sent"]);
  });
});

describe("a message that its provider did not take", () => {
  const retry: Outcome = { outcome: "retry", reason: "network", afterSeconds: null };

  it("is tried again after a while, all its rows together", () => {
    expect(became(groupOf(itemOf(1), itemOf(2)), retry)).toEqual([
      "pending network 2026-12-02T12:00:30Z",
      "pending network 2026-12-02T12:00:30Z",
    ]);
  });

  it("is tried no sooner than the provider asks for", () => {
    const asked: Outcome = { outcome: "retry", reason: "rateLimited", afterSeconds: 600 };
    expect(became(groupOf(itemOf(1)), asked, 0)).toEqual(["pending rateLimited 2026-12-02T12:10:00Z"]);
  });

  it("is dead after the last attempt", () => {
    for (const [attempts, status] of [
      [mostAttempts - 1, "pending"],
      [mostAttempts, "dead"],
    ] as const)
      expect(attempted(rowsOf(groupOf(itemOf(1, { attempts }))), retry, now, 1)).toMatchObject([{ status }]);
  });

  it("is tried again where our own configuration is at fault, and nothing is said of the address", () => {
    const [result] = attempted(
      rowsOf(groupOf(itemOf(1))),
      { outcome: "broken", reason: "credentials" },
      now,
      1,
    );
    expect(result).toMatchObject({ status: "pending", reason: "credentials" });
    expect(result).not.toHaveProperty("disable");
  });

  it("is dead at once where it never will be taken", () => {
    expect(became(groupOf(itemOf(1)), { outcome: "failed", reason: "tooLarge" })).toEqual(["dead tooLarge"]);
  });

  it("switches off an address that takes nothing any more", () => {
    const results = attempted(
      rowsOf(groupOf(itemOf(1))),
      { outcome: "gone", reason: "endpointGone" },
      now,
      1,
    );
    expect(results).toMatchObject([
      { status: "suppressed", reason: "endpointGone", disable: "endpointGone" },
    ]);
  });
});

it("a row that is held or kept away was not attempted, and has its trace", () => {
  const trace: Decision["trace"] = [{ rule: "quiet", outcome: "hold", inputs: {} }];
  const until = "2026-12-03T08:00:00Z";
  const hold = { outcome: "hold", reason: "quiet", until, bundle: "away", trace } as const;
  expect(decided(itemOf(1), hold, now)).toEqual({
    id: idOf(101),
    status: "pending",
    reason: "quiet",
    not_before: until,
    bundle: "away",
    trace,
    attempted: false,
  });
});
