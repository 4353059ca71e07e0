import { createHmac } from "node:crypto";
import { twilioAccount } from "./account";

/** How a webhook is signed: by the token, by a shared key as webhook rules say, or as a forger would. */
export type Signing = "token" | "sharedKey" | "wrong" | "none";

/** The signature of a form sent to `url`, written apart from the product's own reading of it. */
function signatureOf(url: string, form: URLSearchParams, hash: string, key: string): string {
  const names = [...form.keys()].sort();
  const signed = names.reduce((text, name) => text + name + (form.get(name) ?? ""), url);
  return createHmac(hash, key).update(signed).digest("base64");
}

/** Sends a form as Twilio does; answers the status of the receiver, null where nobody answers. */
export async function sendWebhook(
  url: string,
  fields: Record<string, string>,
  signing: Signing = "token",
): Promise<number | null> {
  const form = new URLSearchParams(fields);
  const { authToken, sharedKey } = twilioAccount;
  const headers: Record<Signing, Record<string, string>> = {
    token: { "x-twilio-signature": signatureOf(url, form, "sha1", authToken) },
    sharedKey: {
      "x-twilio-signature": signatureOf(url, form, "sha256", sharedKey),
      "x-twilio-webhooks-signature-settings": "key=SK1,algorithm=HMAC_SHA256",
    },
    wrong: { "x-twilio-signature": signatureOf(url, form, "sha1", "another token") },
    none: {},
  };
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: form,
      headers: { "user-agent": "TwilioProxy/1.1", ...headers[signing] },
      signal: AbortSignal.timeout(15_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
