import { describe, expect, it } from "vitest";
import { areUsableKeys, pushEndpoint } from "./endpoint";

describe("an endpoint", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/a:b",
    "https://updates.push.services.mozilla.com/wpush/v2/a",
    "https://web.push.apple.com/a",
    "https://db5p.notify.windows.com/w/?token=a",
  ])("of a browser's own push service is taken: %s", (address) => {
    expect(pushEndpoint(address)?.href).toBe(address);
  });

  it.each([
    "http://fcm.googleapis.com/fcm/send/a",
    "https://fcm.googleapis.com:8443/a",
    "https://fcm.googleapis.com@127.0.0.1/a",
    "https://user:word@fcm.googleapis.com/a",
    "https://fcm.googleapis.com.evil.test/a",
    "https://evilnotify.windows.com/a",
    "https://notify.windows.com.evil.test/a",
    "https://127.0.0.1/a",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/a",
    "https://localhost/a",
    "wss://fcm.googleapis.com/a",
    "not an address",
    `https://fcm.googleapis.com/${"a".repeat(2_048)}`,
  ])("of anything else is refused: %s", (address) => {
    expect(pushEndpoint(address)).toBeNull();
  });

  it("of a further host is taken at its port alone, and by https alone", () => {
    const more = ["127.0.0.1:3007"];
    expect(pushEndpoint("https://127.0.0.1:3007/push/a", more)).not.toBeNull();
    expect(pushEndpoint("https://127.0.0.1:3008/push/a", more)).toBeNull();
    expect(pushEndpoint("http://127.0.0.1:3007/push/a", more)).toBeNull();
  });
});

describe("the keys of a subscription", () => {
  const p256dh = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  const auth = "BTBZMqHH6r4Tts7J_aSIgg";

  it("are a point of the curve and 16 bytes", () => {
    expect(areUsableKeys({ p256dh, auth })).toBe(true);
    expect(areUsableKeys({ p256dh, auth: `${auth}AAAA` })).toBe(false);
    expect(areUsableKeys({ p256dh: p256dh.slice(4), auth })).toBe(false);
    expect(areUsableKeys({ p256dh: `${p256dh.slice(0, -2)}AA`, auth })).toBe(false);
    expect(areUsableKeys({ p256dh: "", auth: "" })).toBe(false);
  });
});
