import { getIdentity } from "@/lib/auth";
import { takeAttempt } from "@/lib/session/attempt-cookie";
import { finishConnecting, type ConnectFailure } from "@/lib/integrations/connecting/service";
import { describeError, log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { personClient } from "@/lib/supabase/session";
import { writeTimeoutMs } from "@/lib/supabase/time-limits";
import { userSettingsService } from "@/lib/user-settings/service";

type Context = { params: Promise<{ provider: string }> };

/**
 * Where a provider sends people back to. It acts only for the person and in the browser that set out, by what that
 * browser kept; anything else changes nothing. The address it leads to names no code and no state.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [{ provider }, identity, kept] = [await params, await getIdentity(), await takeAttempt()];
  if (!identity || identity.expired) return leadTo(paths.signIn(paths.settings.integrations()));
  const asked = new URL(request.url).searchParams;
  const back = { code: asked.get("code"), state: asked.get("state"), error: asked.get("error"), kept };
  const failure = await finishConnecting(identity.userId, provider, back).catch(
    (thrown: unknown): ConnectFailure => {
      log.error("an account was not connected", describeError(thrown));
      return "provider";
    },
  );
  if (failure === null) {
    const client = personClient(identity.accessToken, writeTimeoutMs);
    const service = userSettingsService({ userId: identity.userId, client });
    // Whoever connects an account wants it used.
    await service.updateAppPreferences({ integration_settings: { [provider]: { enabled: true } } });
  }
  return leadTo(paths.settings.connected(provider, failure));
}

const leadTo = (location: string) =>
  new Response(null, {
    status: 303,
    headers: { location, "cache-control": "private, no-store", "referrer-policy": "no-referrer" },
  });
