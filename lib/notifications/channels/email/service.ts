import "server-only";
import { describeError, log } from "@/lib/log";
import { jsonOf } from "@/lib/provider-request";
import { readAddress } from "./address";
import { readResendEvent } from "./resend-event";
import { disableAddresses } from "./store";
import { verifiedEventId } from "./svix";

/** The largest event of the provider is a few kilobytes. */
export const mostBytes = 256 * 1024;

type Told = Readonly<{
  headers: Pick<Headers, "get">;
  /** Null where it is larger than `mostBytes`. */
  body: Uint8Array | null;
  /** As the provider shows it; undefined where none is configured. */
  secret: string | undefined;
  nowSeconds: number;
}>;

/**
 * Takes what Resend tells about mails that it sent; answers the HTTP status. The provider repeats what is not answered
 * by 2xx, for a day or more: 503 where it could not be kept, 401 where it was not signed by it.
 */
export async function takeResendEvent(
  { headers, body, secret, nowSeconds }: Told,
  disable: typeof disableAddresses = disableAddresses,
): Promise<200 | 400 | 401 | 413 | 503> {
  if (!secret) return 503;
  if (body === null || body.byteLength > mostBytes) return 413;
  const id = verifiedEventId({ secret, headers, body, nowSeconds });
  if (id === null) {
    log.warn("resend event refused", { eventId: headers.get("svix-id") });
    return 401;
  }
  const asked = readResendEvent(jsonOf(Buffer.from(body).toString()));
  if (asked === null) return 400;
  if (asked.act === "ourFault")
    log.error("mail came back: our domain does not prove that it sends", { eventId: id });
  if (asked.act !== "disable") return 200;
  try {
    await disable(
      id,
      asked.addresses.flatMap((address) => readAddress(address) ?? []),
      asked.reason,
    );
    return 200;
  } catch (error) {
    log.error("resend event not kept", { eventId: id, ...describeError(error) });
    return 503;
  }
}
