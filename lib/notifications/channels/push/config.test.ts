import { afterEach, expect, it, vi } from "vitest";
import webpush from "web-push";
import { pushConfig } from "./config";

const { publicKey, privateKey } = webpush.generateVAPIDKeys();
const given = {
  VAPID_PUBLIC_KEY: publicKey,
  VAPID_PRIVATE_KEY: privateKey,
  VAPID_SUBJECT: "mailto:ops@ovenai.test",
};

const written: string[] = [];
vi.spyOn(process.stderr, "write").mockImplementation((line) => Boolean(written.push(String(line))));
afterEach(() => void written.splice(0));

it("is read from the environment, with further hosts apart by commas or blanks", () => {
  expect(pushConfig(given)).toEqual({ publicKey, privateKey, subject: "mailto:ops@ovenai.test", hosts: [] });
  expect(pushConfig({ ...given, PUSH_HOSTS: "127.0.0.1:3007, Push.Example" })).toMatchObject({
    hosts: ["127.0.0.1:3007", "push.example"],
  });
});

it("is null, without a word, where no key is set", () => {
  expect(pushConfig({ VAPID_SUBJECT: "mailto:ops@ovenai.test" })).toBeNull();
  expect(written).toEqual([]);
});

it.each([
  [{ VAPID_PRIVATE_KEY: "" }, "VAPID_PRIVATE_KEY is missing"],
  [{ VAPID_PUBLIC_KEY: "abc" }, "VAPID_PUBLIC_KEY: must be 65 bytes as base64url"],
  [{ VAPID_PUBLIC_KEY: webpush.generateVAPIDKeys().publicKey }, "does not belong to VAPID_PRIVATE_KEY"],
  [{ VAPID_SUBJECT: "mailto:<ops@ovenai.test>" }, "VAPID_SUBJECT"],
  [{ VAPID_SUBJECT: "https://localhost:3000" }, "VAPID_SUBJECT"],
])("is null where something is wrong, and the log names the variable: %o", (change, named) => {
  expect(pushConfig({ ...given, ...change })).toBeNull();
  expect(written.join()).toContain(named);
  expect(written.join()).not.toContain(privateKey);
});
