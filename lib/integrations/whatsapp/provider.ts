import { asking, type Ask } from "@/lib/provider-request";
import { failuresIn } from "@/lib/integrations/contract/answers";
import { faulty, type Access, type Provider } from "@/lib/integrations/contract/duties";
import { endOfToken, findAccount, neededScopes } from "./account";
import { whatsappApp } from "./config";
import { graphApi } from "./graph";
import { lookAfterWhatsapp } from "./look-after";
import { embeddedSignup } from "./signup";
import { whatsappStore, type WhatsappStore } from "./store";
import { toldOf } from "./told";

type Parts = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  ask: Ask;
  now(): number;
  store(): WhatsappStore | null;
}>;

const product: Parts = { env: process.env, ask: asking(), now: Date.now, store: whatsappStore };

/** WhatsApp's Cloud API, for numbers of the people who connect them. */
export function createProvider({ env, ask, now, store }: Parts = product): Provider {
  const app = whatsappApp(env);
  const apiOf = (access: Access) => app && graphApi({ app, ask, now }, access);
  return {
    configured: app !== null,
    oauth: app && embeddedSignup(app, { ask, now }),
    readPersonal: (text) =>
      app && /^[\w.|~+/=-]{20,2048}$/.test(text)
        ? { accessToken: text, refreshToken: null, expiresAt: null, scopes: null, webhookKey: null }
        : null,
    account: async (access, filled = {}) =>
      app ? findAccount({ app, ask, now }, access, filled) : faulty("refused"),
    // Meta says which were given when the token is looked at, as findAccount does.
    needed: [...neededScopes],
    syncSetting: "messageSync",
    async lookAfter(session) {
      const [api, kept] = [apiOf(session.access), store()];
      if (!app || !api || !kept) return { fault: faulty("refused"), details: {}, waitSeconds: 60 * 60 };
      const ends = () => endOfToken({ app, ask, now }, session.access);
      return lookAfterWhatsapp({ api, store: kept, appId: app.appId, session, ends });
    },
    // No `news`: one address for all connections takes what Meta tells (app/api/webhooks/whatsapp).
    async takeEvents({ connectionId, events, wanted }) {
      const told = events.map(({ id, body }) => ({ ...toldOf(body, wanted), event: id }));
      return failuresIn((await store()?.workIn(connectionId, told)) ?? []);
    },
    async revoke({ account, connectionId, access }) {
      const api = apiOf(access);
      // Meta tells our app of an account, not of a connection: others may still need it.
      if (!api || (await store()?.isShared(account.id, connectionId))) return;
      const ended = await api.call("DELETE", `/${account.id}/subscribed_apps`);
      if (!ended.ok) throw new Error(`Meta goes on telling of an account: ${ended.fault}`);
    },
  };
}
