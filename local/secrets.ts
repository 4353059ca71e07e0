import { createECDH, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secrets = z.object({
  cronSecret: z.string(),
  /** Of VAPID, base64url. Browsers keep the public one: another would end every subscription. */
  vapidPublicKey: z.string(),
  vapidPrivateKey: z.string(),
  /** What opens connected accounts is encrypted with it: `INTEGRATION_KEYS`. A copy of before has none yet. */
  integrationKeys: z.string().default(() => `local:${randomBytes(32).toString("base64")}`),
});
export type Secrets = z.infer<typeof secrets>;

/** What a deployment would be given as secrets: made at the first start of a copy, and kept with its data. */
export function keepSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept = secrets.safeParse(readJson(file));
  if (kept.success) return write(dataDir, file, kept.data);
  const keys = createECDH("prime256v1");
  return write(
    dataDir,
    file,
    secrets.parse({
      cronSecret: randomBytes(24).toString("base64url"),
      vapidPublicKey: keys.generateKeys("base64url"),
      vapidPrivateKey: keys.getPrivateKey("base64url"),
    }),
  );
}

function write(dataDir: string, file: string, made: Secrets): Secrets {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
