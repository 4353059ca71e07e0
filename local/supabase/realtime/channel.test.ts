import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { issueToken } from "../../test-supabase";
import { JWT_SECRET } from "../keys";
import type { Authorization } from "./authorization";
import { openChannel } from "./channel";
import type { Message } from "./frames";
import { admit } from "./join";
import { createRooms } from "./rooms";

const HOUR = 3600;
const person = "6f1d0f6e-6a55-4b8a-9c0e-0d6f3a0b7c11";
const authorization: Authorization = { mayRead: async () => "granted", mayWrite: async () => "denied" };
const anon = { role: "anon", claims: { role: "anon" }, expiresAt: null };

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") }));
afterEach(() => void vi.useRealTimers());

function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

/**
 * A channel joined with a token that expires at `expiresAt` (Unix seconds); `sent` collects its messages to the client.
 */
async function joined(expiresAt: number) {
  const services = { authorization, rooms: createRooms(), jwtSecret: JWT_SECRET };
  const sent: Message[] = [];
  const payload = { config: { private: true }, access_token: await issueToken(person, expiresAt) };
  const admission = await admit("user:1", payload, anon, services);
  if (!admission.ok) throw new Error(admission.reason);
  const onEnd = vi.fn();
  const link = { send: (message: Message) => void sent.push(message), sendBroadcast: () => undefined, onEnd };
  const channel = openChannel("user:1", "6", admission, link, services);
  const renew = async (token: string | null) =>
    channel.receive(
      {
        joinRef: "6",
        ref: "9",
        topic: "realtime:user:1",
        event: "access_token",
        payload: { access_token: token },
      },
      null,
    );
  return { sent, onEnd, renew };
}

describe("a channel's token", () => {
  it("ends the channel at its expiry, with a message and then a close", async () => {
    const { sent, onEnd } = await joined(secondsFromNow(HOUR));
    await vi.advanceTimersByTimeAsync((HOUR - 1) * 1000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ event, ref, joinRef }) => [event, joinRef, ref])).toEqual([
      ["system", "6", null],
      ["phx_close", "6", "6"],
    ]);
    expect(sent[0]?.payload).toEqual({
      extension: "system",
      status: "error",
      message: "Token has expired 0 seconds ago",
      channel: "user:1",
    });
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it("can be replaced by a new token, which gets no reply", async () => {
    const { sent, renew } = await joined(secondsFromNow(HOUR));
    await renew(await issueToken(person, secondsFromNow(3 * HOUR)));
    await vi.advanceTimersByTimeAsync(2 * HOUR * 1000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(HOUR * 1000);
    expect(sent.map(({ event }) => event)).toEqual(["system", "phx_close"]);
  });

  it("stays when null or an API key is sent as a new token", async () => {
    const { sent, renew } = await joined(secondsFromNow(HOUR));
    await renew(null);
    await renew("sb_publishable_anything");
    expect(sent).toEqual([]);
  });

  it("ends the channel if the new token has expired already", async () => {
    const { sent, renew } = await joined(secondsFromNow(HOUR));
    await renew(await issueToken(person, secondsFromNow(-12)));
    expect(sent[0]?.payload).toMatchObject({ message: "Token has expired 12 seconds ago" });
    expect(sent[1]?.event).toBe("phx_close");
  });
});

describe("a request to join", () => {
  const services = { authorization, jwtSecret: JWT_SECRET };

  it("is refused with an expired token", async () => {
    const access_token = await issueToken(person, secondsFromNow(-30));
    expect(await admit("user:1", { access_token }, anon, services)).toEqual({
      ok: false,
      reason: "InvalidJWTToken: Token has expired 30 seconds ago",
    });
  });

  it("is refused without a topic", async () => {
    expect(await admit("", {}, anon, services)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^TopicNameRequired/),
    });
  });

  it("with a malformed payload joins a plain public channel", async () => {
    const admission = await admit("room", "nonsense", anon, services);
    expect(admission).toMatchObject({ ok: true, config: { private: false }, caller: anon });
  });

  it("may hold booleans as text", async () => {
    const admission = await admit(
      "room",
      { config: { private: "true", broadcast: { ack: "true" } } },
      anon,
      services,
    );
    expect(admission).toMatchObject({ config: { private: true, broadcast: { ack: true, self: false } } });
  });

  it("is refused while the database does not answer", async () => {
    const silent = {
      ...services,
      authorization: { ...authorization, mayRead: async () => "unknown" as const },
    };
    expect(await admit("user:1", { config: { private: true } }, anon, silent)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^UnableToConnectToProject/),
    });
  });
});
