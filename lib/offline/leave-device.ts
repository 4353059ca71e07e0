import { forgetShown } from "@/lib/device/shown-person";
import { createOutboxStorage } from "@/lib/settings/outbox/storage";
import { tellLook } from "./service-worker";

/** Makes this device nobody's until somebody signs in. */
export async function leaveDevice(): Promise<void> {
  forgetShown();
  await Promise.all([createOutboxStorage().forgetPerson(), tellLook()]);
}
