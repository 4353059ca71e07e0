import { createECDH, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SubscriptionKeys } from "./decrypt";

export type Subscription = Readonly<{
  id: string;
  keys: SubscriptionKeys;
  /** The public key that alone may send, base64url; null: any. */
  applicationServerKey: string | null;
  /** `dead`: the service takes messages and delivers none, as Apple's does for a while. */
  state: "alive" | "gone" | "dead";
}>;

export type Subscriptions = Readonly<{
  create(applicationServerKey: string | null): Subscription;
  find(id: string): Subscription | undefined;
  change(id: string, state: Subscription["state"]): void;
}>;

/**
 * The subscriptions of a push service. With a `folder` they outlive the process: the product keeps their endpoints, and
 * would switch each off that the service no longer knows.
 */
export function createSubscriptions(folder: string | null): Subscriptions {
  const file = folder === null ? null : path.join(folder, "subscriptions.json");
  const kept = new Map<string, Subscription>();
  if (file !== null && existsSync(file)) {
    const stored: Subscription[] = JSON.parse(readFileSync(file, "utf8"));
    for (const subscription of stored) kept.set(subscription.id, subscription);
  }
  const keep = (subscription: Subscription) => {
    kept.set(subscription.id, subscription);
    if (file === null) return;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify([...kept.values()]), { mode: 0o600 });
  };
  return {
    create(applicationServerKey) {
      const pair = createECDH("prime256v1");
      const publicKey = pair.generateKeys("base64url");
      const keys = {
        publicKey,
        privateKey: pair.getPrivateKey("base64url"),
        auth: randomBytes(16).toString("base64url"),
      };
      const id = randomBytes(24).toString("base64url");
      const made: Subscription = { id, keys, applicationServerKey, state: "alive" };
      keep(made);
      return made;
    },
    find: (id) => kept.get(id),
    change(id, state) {
      const subscription = kept.get(id);
      if (subscription) keep({ ...subscription, state });
    },
  };
}
