import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import "server-only";
import { readAddress } from "@/lib/notifications/channels/email/address";
import { parsePhone } from "@/lib/notifications/channels/sms/phone";
import { fail, ok, type Result } from "@/lib/result";
import type { NewDestination } from "./destination";

/**
 * What a person typed as a destination: an address without what nobody sees, or a number in E.164. Fails as `invalid`
 * with the path "address" and the name of the problem (`notifications.destinations.problems.<name>`). `country`: where a
 * number without + belongs to.
 */
export function newDestination(
  channel: Exclude<OutgoingChannel, "push">,
  typed: string,
  country: string | null,
): Result<NewDestination> {
  const invalid = (message: string) => fail("invalid", { path: "address", message });
  if (channel === "email") {
    const address = readAddress(typed);
    return address === null ? invalid("notAnAddress") : ok({ channel, address });
  }
  const read = parsePhone(typed, country);
  return read.ok ? ok({ channel, address: read.phone.number }) : invalid(read.problem);
}
