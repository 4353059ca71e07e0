import { page, written } from "../html";
import type { Invitee, State } from "./state";

const scopeWords: Readonly<Record<string, string>> = {
  "users:read": "See your name and address",
  "event_types:read": "See your event types",
  "scheduled_events:read": "See your scheduled events",
  "webhooks:read": "See what you are notified of",
  "webhooks:write": "Notify another app of bookings",
};

/** Asks the person whether the app may. Each scope can be taken out. */
export function consentPage(query: URLSearchParams): string {
  const scopes = (query.get("scope") ?? "").split(" ").filter(Boolean);
  const kept = ["state", "code_challenge"].map(
    (name) => `<input type="hidden" name="${name}" value="${written(query.get(name) ?? "")}">`,
  );
  return page(
    "Calendly (local)",
    `<p>OvenAI would like to use your Calendly account. Nothing leaves this machine.</p>
<form method="post" action="/oauth/authorize" style="display:grid">
  ${kept.join("")}
  <label>Sign in as<input name="login" type="email" required value="owner@demo.local"></label>
  ${scopes
    .map(
      (scope) =>
        `<label style="display:flex;gap:.5rem"><input type="checkbox" name="scope" checked value="${written(scope)}">${written(
          scopeWords[scope] ?? scope,
        )}</label>`,
    )
    .join("")}
  <p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Decline</button></p>
</form>`,
  );
}

const choice = (state: State) =>
  [...state.users.values()].map(({ email }) => `<option>${written(email)}</option>`).join("");

/** Where a person books, moves and cancels by hand: what leads do on Calendly's own pages. */
export function deskPage(state: State): string {
  const tomorrow = new Date(state.now() + 24 * 60 * 60_000).toISOString().slice(0, 14) + "00:00Z";
  const start = `<label>Starts (UTC)<input name="start" value="${tomorrow}"></label>`;
  const deed = (name: string, invitee: Invitee, fields: string, words: string) =>
    `<form method="post" action="/desk/${name}"><input type="hidden" name="invitee" value="${written(invitee.uri)}">${fields}<button>${words}</button></form>`;
  const rows = state.invitees
    .filter(({ status }) => status === "active")
    .map((one) => {
      const event = state.events.find(({ uri }) => uri === one.event);
      return `<tr><td>${written(one.name)}<br>${written(one.email)}</td><td>${new Date(event?.start ?? 0).toISOString()}</td><td>${deed(
        "move",
        one,
        start,
        "Move",
      )} ${deed("cancel", one, "", "Cancel")} ${deed("noShow", one, "", "Did not come")}</td></tr>`;
    });
  return page(
    "Calendly (local)",
    state.users.size === 0
      ? "<p>Nobody has an account yet: connect Calendly in the app, under Settings, Integrations.</p>"
      : `<h2>Book</h2><form method="post" action="/desk/book">
  <label>With<select name="host">${choice(state)}</select></label>
  <label>Event type<select name="slug"><option>bant-qualification</option><option>product-demo</option></select></label>
  <label>Name<input name="name" required></label><label>E-mail<input name="email" type="email" required></label>
  ${start}<button>Book</button></form>
<h2>Booked</h2><table>${rows.join("")}</table>
<h2>Faults</h2><form method="post" action="/desk/expire"><button>Let all tokens expire</button></form>
<form method="post" action="/desk/uninstall"><button>Take back all consents</button></form>
<form method="post" action="/desk/disable"><button>Disable all subscriptions</button></form>`,
  );
}
