import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepSecrets } from "./secrets";

it("a copy keeps its secrets from start to start, makes new ones where the file is damaged, and shares none", () => {
  const [one, other] = [mkdtempSync(join(tmpdir(), "one-")), mkdtempSync(join(tmpdir(), "other-"))];
  const made = keepSecrets(one);
  expect(keepSecrets(one)).toEqual(made);
  expect(Buffer.from(made.vapidPublicKey, "base64url")).toHaveLength(65);
  expect(Buffer.from(made.vapidPrivateKey, "base64url")).toHaveLength(32);
  expect(keepSecrets(other).vapidPublicKey).not.toBe(made.vapidPublicKey);
  writeFileSync(join(one, "secrets.json"), "{");
  expect(keepSecrets(one)).not.toEqual(made);
  for (const folder of [one, other]) rmSync(folder, { recursive: true });
});
