import { z } from "zod";
import type { Authorization, Permission } from "./authorization";
import { createExpiryWatch, type ExpiryWatch } from "./expiry";
import type { Broadcast, Message } from "./frames";
import { type Admission, isAccessToken, noPermission } from "./join";
import type { Rooms, Subscriber } from "./rooms";
import { type Caller, expiredMessage, readToken } from "./token";

export type Channel = Readonly<{
  /** A message for this channel other than a join. Resolves when it has been dealt with. */
  receive(message: Message, broadcast: Broadcast | null): Promise<void>;
  /** Tells the client that the channel has ended, and ends it. */
  close(): void;
  /** Ends it without a word: the socket is gone. */
  abandon(): void;
}>;

export type ChannelServices = Readonly<{ authorization: Authorization; rooms: Rooms; jwtSecret: string }>;

export type ChannelLink = Readonly<{
  send(message: Message): void;
  sendBroadcast(topic: string, broadcast: Broadcast): void;
  /** Called once, however the channel ended. */
  onEnd(): void;
}>;

type Admitted = Extract<Admission, { ok: true }>;
type Tenure = { caller: Caller; token: string | null; mayWrite: Permission; ended: boolean };

/** What the handling of one kind of message needs of the channel. */
type Context = Readonly<{
  topic: string;
  config: Admitted["config"];
  services: ChannelServices;
  subscriber: Subscriber;
  tenure: Tenure;
  expiry: ExpiryWatch;
  reply(ref: string | null): void;
  /** Says why, and ends the channel. */
  expel(reason: string): void;
}>;

const tokenPayload = z.object({ access_token: z.string().nullish() });
const textBroadcast = z.object({ event: z.string().default(""), payload: z.unknown() });

/** A joined channel of one socket. It ends by leaving, by an expired or revoked token, or with its socket. */
export function openChannel(
  topic: string,
  joinRef: string,
  { config, caller, token }: Admitted,
  link: ChannelLink,
  services: ChannelServices,
): Channel {
  const wireTopic = `realtime:${topic}`;
  const room = { topic, isPrivate: config.private };
  const subscriber = { receive: (broadcast: Broadcast) => link.sendBroadcast(wireTopic, broadcast) };
  const tenure: Tenure = { caller, token, mayWrite: config.private ? "unknown" : "granted", ended: false };
  const expiry = createExpiryWatch((expiresAt) => expel(expiredMessage(expiresAt)));

  const send = (event: string, payload: object, ref: string | null) =>
    link.send({ joinRef, ref, topic: wireTopic, event, payload });
  const abandon = () => {
    if (tenure.ended) return;
    tenure.ended = true;
    expiry.stop();
    services.rooms.leave(room, subscriber);
    link.onEnd();
  };
  const close = () => {
    // The client takes a close whose ref is not that of its join for another channel's.
    if (!tenure.ended) send("phx_close", {}, joinRef);
    abandon();
  };
  const expel = (message: string) => {
    send("system", { extension: "system", status: "error", message, channel: topic }, null);
    close();
  };
  const reply = (ref: string | null) => send("phx_reply", { status: "ok", response: {} }, ref);
  const context = { topic, config, services, subscriber, tenure, expiry, reply, expel };

  const receive = async ({ event, payload, ref }: Message, broadcast: Broadcast | null) => {
    if (event === "phx_leave") {
      reply(ref);
      close();
    } else if (event === "access_token") await replaceToken(context, payload);
    else if (event === "broadcast") await speak(context, broadcast ?? asBroadcast(payload), ref);
  };
  services.rooms.enter(room, subscriber);
  expiry.watch(caller.expiresAt);
  return { receive, close, abandon };
}

/** There is no reply to a new token: it is taken silently, or the channel ends. */
async function replaceToken(context: Context, payload: unknown): Promise<void> {
  const { topic, config, services, tenure, expiry, expel } = context;
  const fresh = tokenPayload.safeParse(payload).data?.access_token;
  if (!isAccessToken(fresh) || fresh === tenure.token) return;
  const reading = await readToken(fresh, services.jwtSecret);
  if (!reading.ok) return expel(reading.reason.replace("InvalidJWTToken: ", ""));
  Object.assign(tenure, { caller: reading.caller, token: fresh });
  if (config.private) {
    tenure.mayWrite = "unknown";
    if ((await services.authorization.mayRead(reading.caller, topic)) === "denied") {
      return expel(noPermission(topic));
    }
  }
  if (!tenure.ended) expiry.watch(reading.caller.expiresAt);
}

async function speak(context: Context, broadcast: Broadcast | null, ref: string | null): Promise<void> {
  const { topic, config, services, subscriber, tenure, reply } = context;
  if (broadcast === null) return;
  if (tenure.mayWrite === "unknown") {
    tenure.mayWrite = await services.authorization.mayWrite(tenure.caller, topic);
  }
  // Without the right to write the real server is silent: the client's acknowledgement times out.
  if (tenure.mayWrite !== "granted" || tenure.ended) return;
  const except = config.broadcast.self ? undefined : subscriber;
  services.rooms.broadcast({ topic, isPrivate: config.private }, broadcast, except);
  if (config.broadcast.ack) reply(ref);
}

function asBroadcast(payload: unknown): Broadcast | null {
  const { success, data } = textBroadcast.safeParse(payload);
  if (!success) return null;
  return { event: data.event, encoding: "json", body: Buffer.from(JSON.stringify(data.payload ?? {})) };
}
