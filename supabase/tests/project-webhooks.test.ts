import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { placeOfTokens, unsealTokens } from "@/lib/integrations/kept-tokens";
import { rotateKeys } from "@/lib/integrations/vault/rotate";
import { startWebhookReceiver, type WebhookReceiver } from "@/local/providers/webhook-receiver/receiver";
import { createProjectAppGround, type ProjectAppGround } from "./project-app-ground";

let receiver: WebhookReceiver;
let at: ProjectAppGround;
beforeAll(async () => {
  receiver = await startWebhookReceiver({ port: 0 });
  vi.stubEnv("OUTBOUND_ALLOWED_HOSTS", new URL(receiver.url).host);
  at = await createProjectAppGround();
});
afterAll(async () => {
  await at.stop();
  await receiver.stop();
});

const verdicts = (project: string) =>
  receiver.received().flatMap(({ path, verified }) => (path === `/${project}` ? [verified] : []));

/** A project whose admin has connected a system of theirs for everybody. */
async function connected() {
  const { admin, other } = await at.shared();
  const one = (userId: string) => ({ ...at.one(admin, userId), provider: "webhooks" });
  const service = await at.service();
  expect(await service.connectForProject(one(admin.userId), `${receiver.url}/${admin.project}`)).toBeNull();
  const secret = async () => {
    const answer = await service.changeProjectSecret(one(admin.userId));
    return answer.ok ? answer.value.secret : answer.error.code;
  };
  return { admin, other, one, secret, service };
}

it("a system of a project verifies what it is told by the secret that its admins were shown, and by the one before", async () => {
  const { admin, other, one, secret, service } = await connected();
  const [before, after] = [await secret(), await secret()];
  expect(before).not.toBe(after);
  await expect(service.changeProjectSecret(one(other))).rejects.toThrow("forbidden");
  for (const known of [before, after]) {
    receiver.know([known]);
    expect(await service.tryForProject(one(admin.userId))).toBe(true);
    await at.deliver();
  }
  expect(verdicts(admin.project)).toEqual([true, true]);
});

it("what opens the app of a project is encrypted anew with the first key, and opens nothing of another project", async () => {
  const { admin } = await connected();
  const stored = async () => {
    const [row] = await at.ground.ask<{ tokens: string }>(
      "select tokens from private.project_apps where project_id = $1 and provider = 'webhooks'",
      admin.project,
    );
    return row?.tokens ?? "";
  };
  const read = (await import("@/lib/env")).environment();
  const newer = { id: "newer", key: randomBytes(32) };
  const ring = [newer, ...(read.ok ? read.env.integrationKeys : [])];
  const rotation = await rotateKeys({
    ring,
    list: async (after, most) => {
      const [row] = await at.ground.ask<{
        found: { connection_id: string; user_id: string; provider: string; tokens: string }[];
      }>("select public.list_old_ciphertexts('newer', $1, $2) as found", after, most);
      return (row?.found ?? []).map(({ connection_id, user_id, provider, tokens }) => ({
        connectionId: connection_id,
        place: placeOfTokens({ userId: user_id, provider }),
        sealed: tokens,
      }));
    },
    replace: async (id, before, after) => {
      const sql = "select public.replace_ciphertext($1, $2, $3) as done";
      const [row] = await at.ground.ask<{ done: boolean }>(sql, id, before, after);
      return row?.done ?? false;
    },
  });
  expect(rotation).toMatchObject({ overtaken: 0, lost: [] });
  const owner = { userId: admin.project, provider: "webhooks" };
  expect(unsealTokens([newer], owner, await stored())?.accessToken).toContain(admin.project);
  expect(unsealTokens([newer], { ...owner, userId: admin.userId }, await stored())).toBeNull();
});
