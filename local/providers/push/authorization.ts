import { importJWK, jwtVerify } from "jose";

/** A refusal of VAPID, worded by the service; null where the sender may send. */
export type Refusal = Readonly<{ status: number; text: string }>;

const refused = (status: number, text: string): Refusal => ({ status, text });

/**
 * Judges `Authorization: vapid t=…, k=…` (RFC 8292): the token is signed by `k`, names this service as its audience,
 * ends within 24 hours and says whom to write to. `key`: the one that the subscription was made with, null for any.
 */
export async function judgeAuthorization(
  header: string | undefined,
  { origin, key, now }: Readonly<{ origin: string; key: string | null; now: number }>,
): Promise<Refusal | null> {
  const [, token = "", given = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header ?? "") ?? [];
  if (!token) return refused(401, "missing or malformed Authorization");
  if (key !== null && key !== given) return refused(403, "VapidPkHashMismatch");
  const point = Buffer.from(given, "base64url");
  if (point.length !== 65 || point[0] !== 4) return refused(400, "k is no point of P-256");
  try {
    const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
    const publicKey = await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256");
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: ["ES256"],
      audience: origin,
      currentDate: new Date(now),
      requiredClaims: ["exp", "sub"],
    });
    if ((payload.exp ?? 0) > now / 1_000 + 24 * 60 * 60)
      return refused(403, "BadJwtToken: exp is over 24 hours away");
    if (!/^(mailto:|https:)(?!.*[<>\s])/.test(payload.sub ?? "")) return refused(403, "BadJwtToken: sub");
    return null;
  } catch (error) {
    return refused(403, `BadJwtToken: ${error instanceof Error ? error.message : String(error)}`);
  }
}
