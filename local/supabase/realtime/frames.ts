import { z } from "zod";

/** Version 1.0.0 has JSON objects only; 2.0.0 has JSON arrays, and binary frames for broadcasts. */
export type ProtocolVersion = 1 | 2;

export type Message = Readonly<{
  joinRef: string | null;
  ref: string | null;
  /** Starts with `realtime:`, except `phoenix` for heartbeats. */
  topic: string;
  event: string;
  payload: unknown;
}>;

/** A broadcast of a client or the database. `body` is JSON text unless `encoding` is `raw`. */
export type Broadcast = Readonly<{ event: string; encoding: "json" | "raw"; body: Buffer; meta?: object }>;

const KIND_BROADCAST_FROM_CLIENT = 3;
const KIND_BROADCAST_TO_CLIENT = 4;
const ENCODING_JSON = 1;

const ref = z.union([z.string(), z.number().transform(String), z.null()]).default(null);
const arrayFrame = z.tuple([ref, ref, z.string(), z.string(), z.unknown()]);
const objectFrame = z
  .object({ join_ref: ref, ref, topic: z.string(), event: z.string(), payload: z.unknown() })
  .transform(({ join_ref, ...rest }) => ({ ...rest, joinRef: join_ref }));

/** Null for a malformed frame, which the real server drops, keeping the socket open. */
export function decodeText(text: string, version: ProtocolVersion): Message | null {
  const json = parseJson(text);
  if (version === 1) {
    return objectFrame.safeParse(json).data ?? null;
  }
  const { success, data } = arrayFrame.safeParse(json);
  if (!success) return null;
  const [joinRef, messageRef, topic, event, payload] = data;
  return { joinRef, ref: messageRef, topic, event, payload };
}

export function encodeText(message: Message, version: ProtocolVersion): string {
  const { joinRef, ref: messageRef, topic, event, payload } = message;
  if (version === 2) return JSON.stringify([joinRef, messageRef, topic, event, payload]);
  return JSON.stringify({ topic, event, payload, ref: messageRef });
}

/**
 * Decodes a client's broadcast:
 * `[3][join_ref length][ref length][topic length][event length][meta length][encoding]`, then those parts, then the
 * body. Null for any other frame.
 */
export function decodeBroadcast(frame: Buffer): { message: Message; broadcast: Broadcast } | null {
  if (frame.length < 7 || frame[0] !== KIND_BROADCAST_FROM_CLIENT) return null;
  const lengths = [...frame.subarray(1, 6)];
  const end = 7 + lengths.reduce((sum, length) => sum + length, 0);
  if (frame.length < end) return null;
  let offset = 7;
  const [joinRef = "", messageRef = "", topic = "", event = ""] = lengths.map((length) => {
    const part = frame.toString("utf8", offset, offset + length);
    offset += length;
    return part;
  });
  const message = { joinRef, ref: messageRef || null, topic, event: "broadcast", payload: null };
  const encoding = frame[6] === ENCODING_JSON ? "json" : "raw";
  return { message, broadcast: { event, encoding, body: frame.subarray(end) } };
}

/**
 * Encodes a broadcast for a subscriber. Version 2: `[4][topic length][event length][meta length][encoding]`, the parts,
 * the body; text if a part is longer than 255 bytes. No other binary kind may be sent: the client throws on it.
 */
export function encodeBroadcast(
  topic: string,
  broadcast: Broadcast,
  version: ProtocolVersion,
): string | Buffer {
  const { event, encoding, body, meta } = broadcast;
  const parts = [topic, event, meta ? JSON.stringify(meta) : ""].map((part) => Buffer.from(part));
  const fits = parts.every((part) => part.length <= 255);
  if (version === 2 && fits) {
    const lengths = parts.map((part) => part.length);
    const header = [KIND_BROADCAST_TO_CLIENT, ...lengths, encoding === "json" ? ENCODING_JSON : 0];
    return Buffer.concat([Buffer.from(header), ...parts, body]);
  }
  const content = parseJson(body.toString("utf8"));
  const payload = { type: "broadcast", event, payload: content, ...(meta ? { meta } : {}) };
  return encodeText({ joinRef: null, ref: null, topic, event: "broadcast", payload }, version);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
