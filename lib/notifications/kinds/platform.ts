import { channels } from "@/lib/vocabulary/channels";
import { countOf, everywhere, hour, month, textOf, week, type Kind } from "./kind";

const bell = { icon: "bell" } as const;

/**
 * Facts: {provider, reason}. `reason`: a key of the choice in the words; others say that the connection stopped. `stopped`:
 * the person has no destination left to which the channel `provider` delivers. `restored`: it works again; `resumed`: an app does.
 */
const integrationAttention: Kind = {
  category: "integration",
  channels,
  mandatory: ["inApp"],
  collapseSeconds: 0,
  lifetime: month,
  heat: null,
  stored: {
    type: "warning",
    priority: "high",
    title:
      "{provider, select, calendly {Calendly} whatsapp {WhatsApp} email {Email} push {Push} sms {SMS} other {{provider}}} {reason, select, restored {works again} resumed {works again} other {needs attention}}",
    message:
      "{reason, select, credentials {The connection has ended. Connect it again.} limit {The provider takes no more for now.} stopped {Nothing reaches you there any more. See where, and why.} unreachable {It did not answer several times. It is asked again.} restored {What was missed comes now.} resumed {It is told again from now on. What came meanwhile is in the app.} other {Something does not arrive any more.}}",
    action_url: "{reason, select, stopped {/settings/destinations} other {/settings/integrations}}",
    collapse_key: "integration.attention:{provider}",
  },
  sample: { provider: "calendly", reason: "credentials" },
  tell({ provider, reason }) {
    const name = textOf(provider);
    if (!name) return null;
    return {
      title: { key: "integrationAttention.title", values: { provider: name, reason: textOf(reason) ?? "" } },
      line: { key: "integrationAttention.line", words: {}, values: { reason: textOf(reason) ?? "" } },
      look: bell,
    };
  },
};

const securityEvents = ["password", "email", "device"] as const;

/** Facts: {event, device}. `event`: the password or the address was changed, or a new device signed in. */
const accountSecurity: Kind = {
  category: "security",
  // In an app others read along.
  channels: channels.filter((channel) => channel !== "apps"),
  mandatory: ["inApp", "email"],
  collapseSeconds: 0,
  lifetime: month,
  heat: null,
  stored: {
    type: "warning",
    priority: "urgent",
    title:
      "{event, select, password {The password was changed} email {The email address was changed} other {A new device signed in}}",
    message: "If that was not you, change the password and end the other sign-ins.",
    action_url: "/settings/account",
    collapse_key: "account.security:{event}",
  },
  sample: { event: "device" },
  tell({ event }) {
    const known = securityEvents.find((name) => name === event);
    return known
      ? {
          title: { key: "accountSecurity.title", values: { event: known } },
          line: { key: "accountSecurity.line", words: {} },
          look: bell,
        }
      : null;
  },
};

/** Facts: {count}: so much was held back and is told at once. */
const digest: Kind = {
  ...everywhere,
  category: "digest",
  collapseSeconds: 0,
  lifetime: week,
  heat: null,
  stored: {
    type: "info",
    priority: "low",
    title: "{count, select, 1 {One notification} other {{count} notifications}} since the last summary",
    message: "All of them are in the app.",
    action_url: "/notifications",
    collapse_key: "digest",
  },
  sample: { count: 12 },
  tell: ({ count }) => ({
    title: { key: "digest.title", values: { count: countOf(count, 0) } },
    line: { key: "digest.line", words: {} },
    look: bell,
  }),
};

/** Asked for by the person, to see a channel at work: nothing holds it back. */
const test: Kind = {
  category: "test",
  channels,
  mandatory: channels,
  collapseSeconds: 0,
  lifetime: hour,
  heat: null,
  stored: {
    type: "info",
    priority: "normal",
    title: "A test notification",
    message: "It arrives: this is how OvenAI reaches you.",
    action_url: "/settings/notifications",
    collapse_key: "test",
  },
  sample: {},
  tell: () => ({
    title: { key: "test.title", values: {} },
    line: { key: "test.line", words: {} },
    look: bell,
  }),
};

export const platform: readonly (readonly [string, Kind])[] = [
  ["integration.attention", integrationAttention],
  ["account.security", accountSecurity],
  ["digest", digest],
  ["test", test],
];
