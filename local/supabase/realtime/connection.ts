import { setTimeout as delay } from "node:timers/promises";
import type { RawData, WebSocket } from "ws";
import { type Channel, type ChannelServices, openChannel } from "./channel";
import {
  type Broadcast,
  decodeBroadcast,
  decodeText,
  encodeBroadcast,
  encodeText,
  type Message,
  type ProtocolVersion,
} from "./frames";
import { admit } from "./join";
import type { Caller } from "./token";

const PREFIX = "realtime:";

export type ConnectionServices = ChannelServices &
  Readonly<{
    /** The wait before a join is refused, as on the real server, so that a client in a loop does no harm. */
    joinErrorDelayMs: number;
  }>;

/** Serves one socket until it closes: heartbeats, joins and the messages of its channels. */
export function serveConnection(
  socket: WebSocket,
  version: ProtocolVersion,
  keyHolder: Caller,
  services: ConnectionServices,
): void {
  const channels = new Map<string, Channel>();
  const turns = new Map<string, Promise<void>>();

  const send = (message: Message) => socket.send(encodeText(message, version), ignoreClosed);
  const sendBroadcast = (topic: string, broadcast: Broadcast) =>
    socket.send(encodeBroadcast(topic, broadcast, version), ignoreClosed);
  const reply = (message: Message, status: "ok" | "error", response: object) =>
    send({ ...message, event: "phx_reply", payload: { status, response } });

  const join = async (message: Message, topic: string) => {
    const admission = await admit(topic, message.payload, keyHolder, services);
    if (!admission.ok) {
      await delay(services.joinErrorDelayMs);
      return reply(message, "error", { reason: admission.reason });
    }
    if (socket.readyState !== socket.OPEN) return;
    channels.get(topic)?.close();
    const joinRef = message.joinRef ?? message.ref ?? "";
    const onEnd = () => channels.delete(topic);
    reply(message, "ok", { postgres_changes: [] });
    channels.set(topic, openChannel(topic, joinRef, admission, { send, sendBroadcast, onEnd }, services));
  };

  const dispatch = async (message: Message, broadcast: Broadcast | null) => {
    const topic = message.topic.slice(PREFIX.length);
    const isChannel = message.topic.startsWith(PREFIX);
    const channel = isChannel ? channels.get(topic) : undefined;
    if (isChannel && message.event === "phx_join") await join(message, topic);
    else if (channel) await channel.receive(message, broadcast);
    else reply(message, "error", { reason: "unmatched topic" });
  };

  socket.on("message", (data, isBinary) => {
    const read = isBinary ? decodeBroadcast(toBuffer(data)) : readText(toBuffer(data), version);
    if (read === null) return;
    if (read.message.topic === "phoenix") return reply(read.message, "ok", {});
    // Messages to one channel are handled in order, even while a join waits for the database.
    const { topic } = read.message;
    const turn = (turns.get(topic) ?? Promise.resolve()).then(() => dispatch(read.message, read.broadcast));
    turns.set(topic, turn);
    void turn.finally(() => turns.get(topic) === turn && turns.delete(topic));
  });
  socket.on("close", () => [...channels.values()].forEach((channel) => channel.abandon()));
  // `close` follows and is handled; without a listener, an error would end the process.
  socket.on("error", () => undefined);
}

function readText(data: Buffer, version: ProtocolVersion) {
  const message = decodeText(data.toString("utf8"), version);
  return message === null ? null : { message, broadcast: null };
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

function ignoreClosed(): void {
  // A frame to a closing socket is lost, like any frame on a broken network.
}
