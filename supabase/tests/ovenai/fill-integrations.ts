import type pg from "pg";
import type { JsonObject } from "@/lib/settings/json";
import { insertRow } from "../older-documents";
import type { People } from "./people";

/** How every planted secret begins: whoever may not see one searches for this. */
export const secretMark = "planted-secret-";
/** A secret, by the place where it is planted. */
const secret = (place: string) => `${secretMark}${place}`;

const byOauth: JsonObject = {
  calendly: {
    enabled: true,
    autoSync: true,
    method: "oauth",
    access_token: secret("oauth-access"),
    refresh_token: secret("oauth-refresh"),
    expires_at: 1_772_000_000_000,
    token_type: "Bearer",
    scope: "default",
    user_uri: secret("oauth-user-uri"),
    scheduling_url: secret("oauth-scheduling-url"),
    name: secret("oauth-name"),
    email: secret("oauth-email"),
    connected_at: "2026-01-01T00:00:00Z",
    last_verified: "2026-02-01T00:00:00Z",
  },
  whatsapp: { enabled: true, autoSync: false, auth: { headers: [{ bearer: secret("nested-bearer") }] } },
  email: { enabled: true, provider: "smtp", smtp: { user: "office", password: secret("smtp-password") } },
  slack: { webhook_secret: secret("slack-webhook"), apiKey: secret("slack-api-key") },
};

const byPat: JsonObject = {
  calendly: {
    enabled: true,
    autoSync: false,
    method: "pat",
    pat: secret("pat"),
    user_uri: secret("pat-user-uri"),
    scheduling_url: secret("pat-scheduling-url"),
    name: secret("pat-name"),
    email: secret("pat-email"),
  },
  whatsapp: { enabled: false, autoSync: true },
};

const nothingLeft: JsonObject = {
  calendly: {
    enabled: false,
    autoSync: false,
    method: null,
    pat: null,
    access_token: null,
    refresh_token: null,
    expires_at: null,
    user_uri: null,
    scheduling_url: null,
    name: null,
    email: null,
  },
};

export async function fillIntegrations(pool: pg.Pool, people: People): Promise<void> {
  const store = (user_id: string, settings: JsonObject) =>
    pool.query("update public.user_app_preferences set integration_settings = $2 where user_id = $1", [
      user_id,
      JSON.stringify(settings),
    ]);
  await store(people.oauth, byOauth);
  await store(people.pat, byPat);
  await store(people.disconnected, nothingLeft);
  await fillCredentials(pool, people);
}

const credentialNames = {
  calendly: [
    "client_id",
    "client_secret",
    "access_token",
    "refresh_token",
    "webhook_secret",
    "redirect_uri",
    "api_key",
  ],
  whatsapp: ["access_token", "phone_number_id", "api_key"],
  whatsapp_webhook: ["verify_token"],
  google_calendar: ["client_secret"],
  stripe: ["api_key"],
  zoom: ["client_secret"],
  other: ["api_key"],
} as const;

async function fillCredentials(pool: pg.Pool, people: People): Promise<void> {
  for (const [type, names] of Object.entries(credentialNames))
    for (const name of names)
      await insertRow(pool, "user_api_credentials", {
        user_id: people.oauth,
        credential_type: type,
        credential_name: name,
        credential_value: secret(`${type}-${name}`),
      });
  for (const environment of ["development", "staging"])
    await insertRow(pool, "user_api_credentials", {
      user_id: people.owner,
      credential_type: "calendly",
      credential_name: "api_key",
      credential_value: secret(`calendly-${environment}`),
      environment,
      is_active: false,
    });
}
