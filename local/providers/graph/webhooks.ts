import { createHmac } from "node:crypto";
import { graphApp } from "./app";

export type Signing = "right" | "wrong" | "none" | "sha1";

/** Letters beyond ASCII as Meta writes them on the wire. */
const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Values of the field "messages" for our number, or for another of the same account. */
export const valueOf = (content: object, phoneNumberId: string = graphApp.phoneNumberId) => ({
  messaging_product: "whatsapp",
  metadata: { display_phone_number: graphApp.displayNumber, phone_number_id: phoneNumberId },
  ...content,
});

export type Change = Readonly<{ field: string; value: object }>;
export type Entry = Readonly<{ id: string; time?: number; changes: readonly Change[] }>;

/** Sends values as one delivery of Meta about our own number. */
export const sendWebhook = (url: string, values: readonly object[], signing: Signing = "right") =>
  sendEntries(
    url,
    [{ id: graphApp.accountId, changes: values.map((value) => ({ field: "messages", value })) }],
    signing,
  );

/** Sends one delivery of Meta; answers the status of the receiver, null where nobody answers. */
export async function sendEntries(
  url: string,
  entry: readonly Entry[],
  signing: Signing = "right",
): Promise<number | null> {
  const body = escaped({ object: "whatsapp_business_account", entry });
  const digest = (hash: string, key: string) => createHmac(hash, key).update(body).digest("hex");
  const headers: Record<Signing, Record<string, string>> = {
    right: { "x-hub-signature-256": `sha256=${digest("sha256", graphApp.appSecret)}` },
    wrong: { "x-hub-signature-256": `sha256=${digest("sha256", graphApp.verifyToken)}` },
    sha1: { "x-hub-signature": `sha1=${digest("sha1", graphApp.appSecret)}` },
    none: {},
  };
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers[signing] },
      signal: AbortSignal.timeout(15_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}
