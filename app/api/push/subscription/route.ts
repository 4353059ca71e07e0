import { z } from "zod";
import { action } from "@/lib/action";
import { pushSubscription } from "@/lib/notifications/destinations/destination";
import { pushKey } from "@/lib/notifications/destinations/platform";
import { createDestinationStore } from "@/lib/notifications/destinations/store";

const headers = { "cache-control": "private, no-store" };

/** The public key with which a browser subscribes; it is no secret. Null where push is not configured. */
export const GET = () => Response.json({ publicKey: pushKey() }, { headers });

/** `old`: the endpoint that the browser has given up, where it still knows. */
const renewed = z.strictObject({ old: z.string().nullable().optional(), subscription: pushSubscription });

/**
 * The service worker brings a subscription that the browser renewed by itself: the new one takes the place of the old.
 * The cookie is SameSite: another site's request has no person.
 */
export async function POST(request: Request): Promise<Response> {
  const raw: unknown = await request.json().catch(() => null);
  const result = await action(renewed, async ({ input: { old, subscription }, client }) => {
    const { endpoint, keys } = subscription;
    await createDestinationStore(client).renewPush(old ?? null, endpoint, keys);
    return null;
  })(raw);
  const status = result.ok ? 200 : result.error.code === "unauthenticated" ? 401 : 400;
  return Response.json({ ok: result.ok }, { status, headers });
}
