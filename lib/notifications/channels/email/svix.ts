import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the clock of a message may be from ours, to either side. */
const toleranceSeconds = 300;

export type Signed = Readonly<{
  /** As the provider shows it: `whsec_` and base64. */
  secret: string;
  headers: Pick<Headers, "get">;
  /** The body as it came: text that was decoded and written again has other bytes. */
  body: Uint8Array;
  nowSeconds: number;
}>;

/**
 * The id of a message that was signed as Svix signs (`svix-id`, `svix-timestamp`, `svix-signature`); null where a header
 * is missing or malformed, the clock too far off, or no signature of version 1 is ours. There may be several: while a
 * secret is being changed, both sign.
 */
export function verifiedEventId({ secret, headers, body, nowSeconds }: Signed): string | null {
  const [id, timestamp, signatures] = ["svix-id", "svix-timestamp", "svix-signature"].map((name) =>
    headers.get(name),
  );
  if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(nowSeconds - Number(timestamp)) > toleranceSeconds) return null;
  const expected = signature(secret, id, timestamp, body);
  const isOurs = signatures.split(" ").some((one) => {
    const [version, value = ""] = one.split(",");
    const given = Buffer.from(value, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isOurs ? id : null;
}

function signature(secret: string, id: string, timestamp: string, body: Uint8Array): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
}
