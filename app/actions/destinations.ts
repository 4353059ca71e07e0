"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { pushSubscription } from "@/lib/notifications/destinations/destination";
import { deliverAfterwards } from "@/lib/notifications/delivery/service";
import { sendCode, sendTrial } from "@/lib/notifications/destinations/service";
import { newDestination } from "@/lib/notifications/destinations/new-destination";
import { createDestinationStore } from "@/lib/notifications/destinations/store";
import { ok } from "@/lib/result";
import { readDeviceId } from "@/lib/session/device-cookie";
import { isStorableText } from "@/lib/settings/storable-text";
import { locales } from "@/lib/vocabulary/locales";

const one = z.strictObject({ userId: z.uuid(), id: z.uuid() });
const written = one.extend({ locale: z.enum(locales) });
const added = z.strictObject({
  userId: z.uuid(),
  channel: z.enum(["email", "sms", "whatsapp"]),
  address: z.string().max(320),
  country: z.string().length(2).nullable(),
});
const device = z.string().min(1).max(120).refine(isStorableText);
const subscribed = z.strictObject({ userId: z.uuid(), subscription: pushSubscription, name: device });
const verified = one.extend({ code: z.string().regex(/^\d{6}$/) });
const paused = one.extend({ paused: z.boolean() });

/** Adds an address or a number of the person, not verified yet. `userId` is the person the page was made for. */
export async function addDestination(raw: unknown) {
  const answer = await action(added, async ({ input: { channel, address, country }, client }) => {
    const read = newDestination(channel, address, country);
    return read.ok ? ok(await createDestinationStore(client).add(read.value)) : read;
  })(raw);
  return answer.ok ? answer.value : answer;
}

/** Keeps a browser's push subscription: the browser has proved it by making it. */
export async function addPushSubscription(raw: unknown) {
  return action(subscribed, async ({ input: { subscription, name }, client }) => {
    const { endpoint, keys } = subscription;
    const deviceId = await readDeviceId();
    const device = deviceId === null ? {} : { device_id: deviceId };
    return createDestinationStore(client).add({ channel: "push", address: endpoint, keys, name, ...device });
  })(raw);
}

/** Sends a code to an address of the person, which verifies it within ten minutes. Answers what the channel said. */
export async function sendVerificationCode(raw: unknown) {
  return action(written, ({ input, identity }) => sendCode(identity.userId, input.id, input.locale))(raw);
}

export async function verifyDestination(raw: unknown) {
  return action(verified, ({ input, client }) => createDestinationStore(client).verify(input.id, input.code))(
    raw,
  );
}

export async function removeDestination(raw: unknown) {
  return action(one, ({ input, client }) => createDestinationStore(client).remove(input.id))(raw);
}

export async function pauseDestination(raw: unknown) {
  return action(paused, ({ input, client }) => createDestinationStore(client).pause(input.id, input.paused))(
    raw,
  );
}

/** Sends what could not be delivered in a project that the person administers once more. */
export async function resendDelivery(raw: unknown) {
  return action(one, async ({ input, client }) => {
    const resent = await createDestinationStore(client).resend(input.id);
    deliverAfterwards();
    return resent;
  })(raw);
}

/** "Send me one now": a message of no consequence to one destination. Answers what the channel said. */
export async function sendTrialMessage(raw: unknown) {
  return action(written, ({ input, identity }) => sendTrial(identity.userId, input.id, input.locale))(raw);
}
