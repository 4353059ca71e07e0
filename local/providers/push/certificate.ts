import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** A key and its certificate, both PEM. The certificate is signed by itself: whoever trusts it needs no other. */
export type Certificate = Readonly<{ key: string; certificate: string }>;

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

/**
 * A certificate for https on this machine, for ten years. web-push speaks https alone, node:crypto makes keys but no
 * certificates, and openssl is not on every machine: so the few fields of X.509 (RFC 5280) are written here.
 */
export function createCertificate(now: number = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const name = sequence(der(0x31, sequence(objectId("550403"), text("OvenAI on this machine"))));
  const algorithm = sequence(objectId("2a8648ce3d040302")); // ecdsa-with-SHA256
  const extensions = sequence(
    sequence(objectId("551d13"), TRUE, octets(sequence(TRUE))), // a certificate that may sign, itself here
    sequence(objectId("551d25"), octets(sequence(objectId("2b06010505070301")))), // for servers
    sequence(
      objectId("551d11"),
      octets(sequence(der(0x82, "localhost"), der(0x87, Buffer.from([127, 0, 0, 1])))),
    ),
  );
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(now - 24 * 60 * 60 * 1_000), time(now + 10 * YEAR_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", content, privateKey)]);
  const encoded = sequence(content, algorithm, der(0x03, signature)).toString("base64");
  const lines = encoded.replace(/.{64}/g, "$&\n").trimEnd();
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** One value in DER (X.690): its kind, its length, its bytes. */
function der(kind: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([kind, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const integer = (value: Buffer) => der(0x02, value);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const text = (value: string) => der(0x0c, value);
const octets = (value: Buffer) => der(0x04, value);
const TRUE = Buffer.from([0x01, 0x01, 0xff]);

/** UTCTime until 2049, as RFC 5280 asks. */
const time = (at: number) => der(0x17, `${new Date(at).toISOString().replace(/\D/g, "").slice(2, 14)}Z`);
