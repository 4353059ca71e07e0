import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import { tellLook } from "./service-worker";

/** This device belongs to nobody until somebody signs in. */
export async function leaveDevice(): Promise<void> {
  await Promise.all([createOutboxStorage().forgetPerson(), tellLook()]);
}
