"use client";

import { usePushState } from "@/components/ui/use-push-state";
import { useWorkspace } from "@/components/workspace/workspace";
import type { PushState } from "@/lib/device/push-subscription";
import type { Channel, OutgoingChannel } from "@/lib/vocabulary/channels";

/** Where the notifications of a channel arrive. A channel that reaches nobody keeps its switches. */
export type Destination =
  | { kind: "app" }
  | { kind: "address"; address: string }
  /** The account's own address, at which nothing arrives now. */
  | { kind: "mail"; address: string }
  /** The platform sends nothing on the channel. */
  | { kind: "notConfigured" }
  | { kind: "reached" }
  | { kind: "push"; state: PushState }
  | { kind: "number" }
  | { kind: "apps" };

export type Destinations = Record<Channel, Destination>;

/** The browser's permission alone delivers no push: a subscription does. */
export const isReached = ({ kind }: Destination) => ["app", "address", "reached"].includes(kind);

/** `sends`: the channels on which the platform sends; null where nobody knows, without a server. */
export function useDestinations(sends: readonly OutgoingChannel[] | null): Destinations {
  const { user, reached } = useWorkspace();
  const state = usePushState();
  const address = { address: user.email };
  function through(channel: OutgoingChannel, otherwise: Destination): Destination {
    if (sends && !sends.includes(channel)) return { kind: "notConfigured" };
    if (!reached.includes(channel)) return otherwise;
    return channel === "email" ? { kind: "address", ...address } : { kind: "reached" };
  }
  return {
    inApp: { kind: "app" },
    email: through("email", { kind: "mail", ...address }),
    push: through("push", { kind: "push", state }),
    sms: through("sms", { kind: "number" }),
    whatsapp: through("whatsapp", { kind: "number" }),
    apps: through("apps", { kind: "apps" }),
  };
}
