import { randomBytes } from "node:crypto";
import type { Reply } from "../http";
import { graphApp } from "./app";
import type { Parts } from "./graph";
import { htmlOf, page, written } from "../html";

/** A code is good for half a minute. */
const codeMs = 30_000;

/** Embedded Signup: a business is made, with a number or without, and given to the app. */
export function answerDialog({ state, now }: Parts, posted: string | null, query: URLSearchParams): Reply {
  const isOurs =
    query.get("client_id") === graphApp.appId &&
    query.get("config_id") === graphApp.signupId &&
    query.get("response_type") === "code" &&
    query.get("override_default_response_type") === "true";
  const redirect = query.get("redirect_uri") ?? "";
  if (!isOurs || !URL.canParse(redirect) || (query.get("state") ?? "").length < 16)
    return { ...htmlOf(page("Meta (local)", "<p>This app is not set up for that.</p>")), status: 400 };
  if (posted === null) return htmlOf(consent());
  const form = new URLSearchParams(posted);
  const back = new URL(redirect);
  back.searchParams.set("state", query.get("state") ?? "");
  if (form.get("decision") !== "allow") back.searchParams.set("error", "access_denied");
  else {
    const account = state.makeAccount(form.get("business") || "Demo");
    if (form.get("number") !== "none") state.newNumber(account);
    const code = randomBytes(24).toString("base64url");
    state.codes.set(code, { token: state.giveToken(account).value, ends: now() + codeMs, redirect });
    back.searchParams.set("code", code);
  }
  return { status: 303, headers: { location: back.href }, body: "" };
}

const consent = () =>
  page(
    "Meta (local)",
    `<p>Connect a WhatsApp Business account to OvenAI. Nothing leaves this machine.</p>
<form method="post" style="display:grid">
  <label>Business<input name="business" required value="${written("Demo Realty")}"></label>
  <label>Number<select name="number"><option value="new">A new number</option><option value="none">Later</option></select></label>
  <p><button name="decision" value="allow">Continue</button> <button name="decision" value="deny" formnovalidate>Cancel</button></p>
</form>`,
  );
