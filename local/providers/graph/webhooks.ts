import { createHmac } from "node:crypto";
import { deliveryModes, signatureModes, tooMuch } from "../modes";
import { graphApp } from "./app";

/** Meta signs no time. `sha1`: by the header of before. */
export const modes = [...signatureModes, ...deliveryModes, "sha1"] as const;
export type Mode = (typeof modes)[number];

/** What somebody else would send, and not Meta: it comes once. */
export const forgeries = ["badSignature", "wrongKey", "missingSignature", "tamperedBody", "sha1"] as const;

/** Letters beyond ASCII as Meta writes them on the wire. */
const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Values of the field "messages" for our number, or for another of the same account. */
export const valueOf = (content: object, phoneNumberId: string = graphApp.phoneNumberId) => ({
  messaging_product: "whatsapp",
  metadata: { display_phone_number: graphApp.displayNumber, phone_number_id: phoneNumberId },
  ...content,
});

export type Change = Readonly<{ field: string; value: object }>;
export type Entry = Readonly<{ id: string; time?: number; changes: readonly Change[] }>;

/** Sends values as one delivery of Meta about our own number. */
export const sendWebhook = (url: string, values: readonly object[], mode: Mode = "normal") =>
  sendEntries(
    url,
    [{ id: graphApp.accountId, changes: values.map((value) => ({ field: "messages", value })) }],
    mode,
  );

/** `unicodeBody`: letters as they are, which Meta does not do; the signature is of the bytes all the same. */
function bodyOf(entry: readonly Entry[], mode: Mode): string {
  const filled = mode === "bigBody" ? entry.map((one) => ({ ...one, filler: tooMuch() })) : entry;
  const text = JSON.stringify({ object: "whatsapp_business_account", entry: filled });
  return mode === "unicodeBody" ? text : escaped(text);
}

function signed(body: string, mode: Mode): Record<string, string> {
  const digest = (hash: string, key: string) => createHmac(hash, key).update(body).digest("hex");
  if (mode === "missingSignature") return {};
  if (mode === "sha1") return { "x-hub-signature": `sha1=${digest("sha1", graphApp.appSecret)}` };
  const hex = digest("sha256", mode === "wrongKey" ? graphApp.verifyToken : graphApp.appSecret);
  return { "x-hub-signature-256": `sha256=${mode === "badSignature" ? "0".repeat(64) : hex}` };
}

/** Sends one delivery of Meta; answers the (last) status of the receiver, null where nobody answers. */
export async function sendEntries(
  url: string,
  entry: readonly Entry[],
  mode: Mode = "normal",
): Promise<number | null> {
  const body = bodyOf(entry, mode);
  const headers = { "content-type": "application/json", ...signed(body, mode) };
  const post = () => posted(url, headers, mode === "tamperedBody" ? `${body} ` : body);
  if (mode === "duplicate") await post();
  const status = await post();
  return mode === "slowReceiver" ? null : status;
}

async function posted(url: string, headers: Record<string, string>, body: string): Promise<number | null> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
