import { z } from "zod";
import { action } from "@/lib/action";
import { pushSubscription } from "@/lib/notifications/destinations/destination";
import { pushKey } from "@/lib/notifications/destinations/platform";
import { createDestinationStore } from "@/lib/notifications/destinations/store";
import { readDeviceId } from "@/lib/session/device-cookie";

const headers = { "cache-control": "private, no-store" };

/** The public key with which a browser subscribes; it is no secret. Null where push is not configured. */
export const GET = () => Response.json({ publicKey: pushKey() }, { headers });

/** `old`: the endpoint that the browser has given up, where it still knows. */
const held = z.strictObject({
  old: z.string().nullable().optional(),
  subscription: pushSubscription.nullable(),
});

/**
 * A browser tells which subscription it holds: the service worker, when the browser renewed it by itself, and the app at
 * its start. A new one takes the place of the old; none switches this device off. The cookie is SameSite: another site's
 * request has no person.
 */
export async function POST(request: Request): Promise<Response> {
  const raw: unknown = await request.json().catch(() => null);
  const result = await action(held, async ({ input: { old, subscription }, client }) => {
    const store = createDestinationStore(client);
    const deviceId = await readDeviceId();
    if (subscription) await store.renewPush(old ?? null, subscription.endpoint, subscription.keys);
    else if (deviceId !== null) await store.dropPush(deviceId);
    return null;
  })(raw);
  const status = result.ok ? 200 : result.error.code === "unauthenticated" ? 401 : 400;
  return Response.json({ ok: result.ok }, { status, headers });
}
