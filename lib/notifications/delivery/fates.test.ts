import { expect, it } from "vitest";
import { fateLine, type DeliveryFate } from "./fates";

const now = "2026-12-02T10:00:00Z";
const later = "2026-12-02T18:00:00Z";
const earlier = "2026-12-02T09:00:00Z";
const line = (given: Partial<DeliveryFate>) =>
  fateLine(
    {
      channel: "email",
      destination: "dana@example.com",
      status: "pending",
      reason: "quiet",
      not_before: null,
      provider_status: null,
      at: earlier,
      ...given,
    },
    now,
  );

it("says until when it waits and for what, and that it is on its way once that has passed or a worker has it", () => {
  expect(line({ not_before: later })).toEqual({ state: "waits", at: later, reason: "quiet" });
  expect(line({ not_before: earlier })).toEqual({ state: "due", at: null, reason: null });
  expect(line({ not_before: null })).toEqual({ state: "due", at: null, reason: null });
});

it("says when it was sent, with what it had waited for, and nothing where it came as it happened", () => {
  expect(line({ status: "sent", reason: "sent" })).toEqual({ state: "sent", at: earlier, reason: null });
  expect(line({ status: "bundled" })).toEqual({ state: "bundled", at: earlier, reason: "quiet" });
});

it.each(["undelivered", "failed", "bounced"])(
  "does not call sent what its provider reports as %s",
  (said) => {
    expect(line({ status: "sent", reason: "sent", provider_status: said })).toMatchObject({
      state: "returned",
    });
  },
);

it.each(["queued", "delivered", "read"])("calls sent what its provider reports as %s", (said) => {
  expect(line({ status: "sent", reason: "sent", provider_status: said })).toMatchObject({ state: "sent" });
});

it("says why it was not sent, came too late or could not be sent", () => {
  expect(line({ status: "suppressed", reason: "switch" })).toMatchObject({
    state: "notSent",
    reason: "switch",
  });
  expect(line({ status: "expired", reason: "expired" })).toMatchObject({ state: "late", reason: "expired" });
  expect(line({ status: "dead", reason: "invalidAddress" })).toMatchObject({
    state: "failed",
    reason: "invalidAddress",
  });
});

it("promises no other try of what was given up", () => {
  expect(line({ status: "dead", reason: "providerDown" }).reason).toBe("gaveUp");
  expect(line({ status: "pending", reason: "providerDown", not_before: later }).reason).toBe("providerDown");
});
