import { randomBytes } from "node:crypto";
import { asking, type Ask } from "@/lib/provider-request";
import { answered, type Access, type Provider } from "@/lib/integrations/contract/duties";
import { userAnswer } from "./answers";
import { calendlyApi } from "./api";
import { readBookingEvent } from "./bookings";
import { calendlyConfig } from "./config";
import { lookAfterCalendly } from "./look-after";
import { manifest } from "./manifest";
import { calendlyOauth } from "./oauth";
import { removeSubscriptions } from "./subscription";
import { judgeWebhook } from "./webhook";

type Parts = Readonly<{ env: Readonly<Record<string, string | undefined>>; ask: Ask; now(): number }>;

const scopes = manifest.connect?.by === "account" ? manifest.connect.scopes.map(({ scope }) => scope) : [];

/** Calendly, API v2. */
export function createProvider(parts: Parts = { env: process.env, ask: asking(), now: Date.now }): Provider {
  const { apiUrl, authUrl, app } = calendlyConfig(parts.env);
  const oauth = app ? calendlyOauth({ ...parts, authUrl, app }, scopes) : null;
  const apiOf = (access: Access) => calendlyApi({ ...parts, apiUrl, access });
  return {
    oauth,
    readPersonal: (text) =>
      /^[\w.~+/=-]{20,4096}$/.test(text)
        ? {
            accessToken: text,
            refreshToken: null,
            expiresAt: null,
            scopes: null,
            webhookKey: randomBytes(32).toString("base64url"),
          }
        : null,
    async account(access) {
      const user = await apiOf(access).one(userAnswer, "GET", "/users/me");
      if (!user.ok) return user;
      const { uri, name, email, scheduling_url: url } = user.value;
      return answered({ id: uri, name: name.slice(0, 200), email: email.slice(0, 320), url: url ?? null });
    },
    needed: ["users:read", "event_types:read", "scheduled_events:read"],
    lookAfter: (session) => lookAfterCalendly(apiOf(session.access), session),
    news: {
      judge: ({ key, ...told }) => judgeWebhook({ ...told, keys: key ? [key] : (app?.signingKeys ?? []) }),
      bookingOf: readBookingEvent,
    },
    async revoke(session, tokens) {
      await removeSubscriptions(apiOf(session.access), session);
      if (tokens.refreshToken === null || oauth === null) return;
      for (const token of [tokens.accessToken, tokens.refreshToken]) await oauth.revoke(token);
    },
  };
}
