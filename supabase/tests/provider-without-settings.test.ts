import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, type Provider } from "@/lib/integrations/contract/duties";
import { createWhatsappGround, type WhatsappGround } from "./whatsapp-ground";

let ground: WhatsappGround;
beforeAll(async () => void (ground = await createWhatsappGround()));
afterAll(() => ground.stop());

/** What a provider of this name was asked to bring, once it is connected and has told something. */
async function asked(name: string) {
  const { sealTokens } = await import("@/lib/integrations/kept-tokens");
  const { runIntegrations } = await import("@/lib/integrations/worker");
  const { userId } = await ground.newPerson();
  const parts = ground.service.platform();
  if (!parts) throw new Error("it is configured");
  const tokens = { accessToken: "key", refreshToken: null, expiresAt: null, scopes: null, webhookKey: null };
  const sealed = sealTokens(parts.ring, { userId, provider: name }, tokens);
  await ground.ask(
    "select public.connect_integration($1, $2, 'personal', '{}', '{}', $3)",
    userId,
    name,
    sealed,
  );
  await ground.ask(
    `insert into private.integration_events (connection_id, body)
     select id, 'told' from public.integration_connections where user_id = $1`,
    userId,
  );
  const seen = { fetches: false, wanted: false };
  const provider: Provider = {
    oauth: null,
    needed: [],
    readPersonal: () => tokens,
    account: async () => answered({ id: "1", name: "One", email: "one@example.com", url: null }),
    async lookAfter({ fetches }) {
      seen.fetches = fetches;
      return { fault: null, details: {}, waitSeconds: 3_600 };
    },
    async takeEvents({ wanted }) {
      seen.wanted = wanted;
      return [];
    },
    revoke: async () => undefined,
  };
  await runIntegrations({ ...parts, providers: new Map([[name, provider]]) }, () => true);
  return seen;
}

describe("a provider", () => {
  it("that has no settings brings what it is connected for: nobody can switch it on", async () => {
    expect(await asked("planora")).toEqual({ fetches: true, wanted: true });
  });

  it("that has a switch brings nothing while that is off", async () => {
    expect(await asked("calendly")).toEqual({ fetches: false, wanted: false });
  });
});
