import { z } from "zod";
import type { Authorization, Permission } from "./authorization";
import { createExpiryWatch, type ExpiryWatch } from "./expiry";
import type { Broadcast, Message } from "./frames";
import { type Admission, isAccessToken, noPermission } from "./join";
import type { Rooms, Subscriber } from "./rooms";
import { type Caller, expiredMessage, readToken } from "./token";

export type Channel = Readonly<{
  /** Handles a message to this channel other than a join. Resolves when done. */
  receive(message: Message, broadcast: Broadcast | null): Promise<void>;
  /** Ends the channel and tells the client. */
  close(): void;
  /** Ends the channel without telling the client, whose socket is gone. */
  abandon(): void;
}>;

export type ChannelServices = Readonly<{ authorization: Authorization; rooms: Rooms; jwtSecret: string }>;

export type ChannelLink = Readonly<{
  send(message: Message): void;
  sendBroadcast(topic: string, broadcast: Broadcast): void;
  /** Called once when the channel ends, for whatever reason. */
  onEnd(): void;
}>;

type Admitted = Extract<Admission, { ok: true }>;
type Tenure = { caller: Caller; token: string | null; mayWrite: Permission; ended: boolean };

/** The parts of a channel that the handlers of messages use. */
type Context = Readonly<{
  topic: string;
  config: Admitted["config"];
  services: ChannelServices;
  subscriber: Subscriber;
  tenure: Tenure;
  expiry: ExpiryWatch;
  reply(ref: string | null): void;
  /** Tells the client the reason and ends the channel. */
  expel(reason: string): void;
}>;

const tokenPayload = z.object({ access_token: z.string().nullish() });
const textBroadcast = z.object({ event: z.string().default(""), payload: z.unknown() });

/**
 * A joined channel of one socket. It ends when the client leaves, the token expires or is revoked, or the socket
 * closes.
 */
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
    // The client attributes a close to another channel unless its ref is that of the join.
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

/** A new token gets no reply: it is accepted silently, or the channel ends. */
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
  // Without the right to write, the real server does not answer: the client's acknowledgement times out.
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
