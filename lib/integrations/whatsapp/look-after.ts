import { z } from "zod";
import {
  answered,
  faulty,
  type Answer,
  type Fault,
  type Found,
  type Session,
} from "@/lib/integrations/contract/duties";
import { accountAnswer, subscribedApps, templateAnswer } from "./answers";
import { chosenNumber, listNumbers } from "./account";
import type { GraphApi } from "./graph";
import type { WhatsappStore } from "./store";
import { reconcile } from "./reconcile";
import { keptTemplate } from "./templates";

/** Told by webhook an hour is often enough, for gaps; a number that is not there yet is looked for sooner. */
const waits = { normal: 60 * 60, numberless: 10 * 60, unreachable: 5 * 60 };

const templateFields = "name,language,status,category,components,parameter_format";
const known = z.object({ number: z.object({ id: z.string() }) });

/** `ends`: when the token does; null: never, undefined: that is not known now. */
export type Looking = Readonly<{
  api: GraphApi;
  store: WhatsappStore;
  appId: string;
  session: Session;
  ends(): Promise<{ at: string; soon: boolean } | null | undefined>;
}>;

/** Looks at everything that a connection needs: the account, its number, that we are told its news, and its templates. */
export async function lookAfterWhatsapp(looking: Looking): Promise<Found> {
  const { api, session, store } = looking;
  const account = await api.one(accountAnswer, `/${session.account.id}`, { fields: "id,name" });
  if (!account.ok) return stopped(ended(account), {});
  const numbers = await listNumbers(api, session.account.id);
  if (numbers.fault) return stopped(numbers.fault, {});
  const wanted = session.account.numberId ?? known.safeParse(session.details).data?.number.id ?? null;
  const chosen = chosenNumber(numbers.found, wanted);
  const number = chosen && {
    id: chosen.id,
    display: chosen.display_phone_number.slice(0, 40),
    name: chosen.verified_name.slice(0, 120),
    status: chosen.status.slice(0, 40),
    quality: chosen.quality_rating.slice(0, 40),
  };
  const isOurs = await store.keepAccount(session.connectionId, session.account.id, chosen?.id ?? null);
  if (!isOurs) return stopped(faulty("exists"), { number: null });
  const told = await keepTold(looking);
  if (!told.ok) return stopped(told, { number });
  const missed =
    number && (await reconcile({ api, store, connectionId: session.connectionId, number: number.id }));
  if (missed) return stopped(missed, { number });
  const templates = await syncTemplates(looking);
  const ends = await looking.ends();
  const details = {
    ...{ number, news: { by: "webhook" }, templates: templates.details },
    ...(ends !== undefined && { ends }),
  };
  if (templates.fault) return stopped(templates.fault, details);
  return { fault: null, details, waitSeconds: number ? waits.normal : waits.numberless };
}

const stopped = ({ fault, waitSeconds, problem }: Fault, details: Found["details"]): Found => ({
  fault: { fault, ...(waitSeconds !== undefined && { waitSeconds }), ...(problem && { problem }) },
  details,
  waitSeconds: waitSeconds ?? waits.unreachable,
});

/** An account that was deleted or taken from us comes back by connecting it again, and not by waiting. */
const ended = (fault: Fault): Fault =>
  fault.fault === "gone" ? { fault: "credentials", problem: "gone" } : fault;

/** Without this a webhook is verified and nothing ever comes. */
async function keepTold({ api, appId, session }: Looking): Promise<Answer<null>> {
  const path = `/${session.account.id}/subscribed_apps`;
  const listed = await api.all(subscribedApps, path, {});
  if (listed.fault) return listed.fault;
  if (listed.found.some(({ whatsapp_business_api_data: { id } }) => id === appId)) return answered(null);
  const made = await api.call("POST", path);
  return made.ok ? answered(null) : made;
}

/** All pages, or as many as come: a list that broke off in the middle says nothing of what was not in it. */
async function syncTemplates({ api, session, store }: Looking) {
  const path = `/${session.account.id}/message_templates`;
  const { found, whole, fault } = await api.all(templateAnswer, path, { fields: templateFields });
  await store.keepTemplates(session.connectionId, found.map(keptTemplate), whole);
  const details = { at: new Date(session.now()).toISOString(), seen: found.length, whole };
  return { details, fault };
}
