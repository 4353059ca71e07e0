import { describe, expect, it } from "vitest";
import { decodeBroadcast, decodeText, encodeBroadcast, encodeText } from "./frames";

const message = { joinRef: "6", ref: "7", topic: "realtime:user:42", event: "phx_reply", payload: { a: 1 } };

describe("text frames", () => {
  it("are decoded to the encoded message, in both versions", () => {
    expect(decodeText(encodeText(message, 2), 2)).toEqual(message);
    // The real server's version 1 leaves out join_ref.
    expect(decodeText(encodeText(message, 1), 1)).toEqual({ ...message, joinRef: null });
  });
});

describe("binary frames", () => {
  it("read a client's broadcast as the stock client writes it", () => {
    const bytes = Buffer.concat([
      Buffer.from([3, 1, 1, 16, 4, 0, 1]),
      Buffer.from('67realtime:user:42ping{"a":1}'),
    ]);
    const read = decodeBroadcast(bytes);
    expect(read?.message).toMatchObject({
      joinRef: "6",
      ref: "7",
      topic: "realtime:user:42",
      event: "broadcast",
    });
    expect(read?.broadcast).toMatchObject({ event: "ping", encoding: "json" });
    expect(read?.broadcast.body.toString()).toBe('{"a":1}');
  });

  it("count lengths in bytes, not in characters", () => {
    const frame = encodeBroadcast("t", { event: "שלום", encoding: "json", body: Buffer.from("{}") }, 2);
    expect(Buffer.isBuffer(frame) && [...frame.subarray(0, 5)]).toEqual([4, 1, 8, 0, 1]);
  });

  it("are sent as text if a name is longer than 255 bytes", () => {
    const event = "e".repeat(256);
    const frame = encodeBroadcast("t", { event, encoding: "json", body: Buffer.from('{"a":1}') }, 2);
    expect(JSON.parse(String(frame))).toEqual([
      null,
      null,
      "t",
      "broadcast",
      { type: "broadcast", event, payload: { a: 1 } },
    ]);
  });
});
