import { expect, it, vi } from "vitest";
import type { Dispatch, Outcome } from "@/lib/notifications/channels/channel";
import { deliveryWith, noticeRowWith, recipientWith } from "@/lib/testing/delivery-rows";
import { sampleMessage } from "@/lib/testing/sample-messages";
import type { DeliveryRow } from "./answers";
import type { Group } from "./group";
import { faulty, prepare } from "./prepare";

const now = "2026-12-02T10:01:00Z";
const message = sampleMessage("heat", "en");
const signal = new AbortController().signal;

const groupWith = (given: Partial<DeliveryRow> = {}): Group => ({
  id: "message",
  recipient: recipientWith(),
  items: [{ delivery: deliveryWith(1, given), row: noticeRowWith() }],
});

function parts(send: () => Promise<Outcome> = async () => ({ outcome: "sent", providerId: null })) {
  const dispatched: Dispatch[] = [];
  const email = async (dispatch: Dispatch) => {
    dispatched.push(dispatch);
    return send();
  };
  return { dispatched, senders: { email }, compose: vi.fn(async () => message), report: vi.fn() };
}

it("makes the message ahead and sends nothing before it is told to", async () => {
  const tools = parts();
  const { rows, send } = await prepare(groupWith(), tools, now);
  expect(rows).toHaveLength(1);
  expect(tools.compose).toHaveBeenCalledOnce();
  expect(tools.dispatched).toEqual([]);
  expect(await send(signal)).toEqual({ outcome: "sent", providerId: null });
  expect(tools.dispatched).toMatchObject([
    { id: "message", message, destination: { address: "dana@example.com" } },
  ]);
});

it("what cannot be made or sent by a fault of ours is reported once and tried again", async () => {
  const fault = new Error("a fault");
  const unmade = parts();
  unmade.compose.mockRejectedValue(fault);
  expect(await (await prepare(groupWith(), unmade, now)).send(signal)).toEqual(faulty);
  expect(unmade.dispatched).toEqual([]);
  const unsent = parts(() => Promise.reject(fault));
  expect(await (await prepare(groupWith(), unsent, now)).send(signal)).toEqual(faulty);
  // Before it has even answered with a promise: the messages beside it must not go with it.
  const thrown = parts();
  const email = () => {
    throw fault;
  };
  const { send } = await prepare(groupWith(), { ...thrown, senders: { email } }, now);
  expect(await send(signal)).toEqual(faulty);
  for (const { report } of [unmade, unsent, thrown])
    expect(report.mock.calls.map(([, reason]) => reason)).toEqual([fault]);
});

it("without its destination or a sender of its channel it is tried again, and nothing is made", async () => {
  for (const given of [{ destination_id: null }, { channel: "sms" as const }]) {
    const tools = parts();
    const { send } = await prepare(groupWith(given), tools, now);
    expect(await send(signal)).toMatchObject({ outcome: "retry", reason: "notConfigured" });
    expect(tools.compose).not.toHaveBeenCalled();
  }
});

it.each([
  ["never tried before", {}, undefined],
  ["held by a worker that died", { attempts: 2 }, "2026-12-02T10:00:00Z"],
  ["sent again by hand", { tried_since: "2026-11-30T08:00:00Z" }, "2026-11-30T08:00:00Z"],
])("says since when a message was tried: %s", async (_, given, since) => {
  const tools = parts();
  await (await prepare(groupWith(given), tools, now)).send(signal);
  expect(tools.dispatched.map(({ triedSince }) => triedSince)).toEqual([since]);
});
