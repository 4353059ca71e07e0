import { randomUUID } from "node:crypto";
import { PUBLISHABLE_KEY } from "../../local/supabase/keys";
import { addresses } from "./addresses";
import type { Person } from "./people";
import type { Section } from "./rows";

const functions = {
  dashboard: { name: "patch_dashboard_settings", scope: { project_id: null } },
  notifications: { name: "patch_notification_settings", scope: {} },
  preferences: { name: "patch_app_preferences", scope: {} },
};

/** A change as the app makes it, without the app. */
export async function change(person: Person, section: Section, patch: object, source = "ui") {
  const { name, scope } = functions[section];
  const answer = await fetch(`${addresses.api}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: {
      apikey: PUBLISHABLE_KEY,
      authorization: `Bearer ${person.accessToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ scope, patch, op_id: randomUUID(), base: null, source }),
  });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
}
