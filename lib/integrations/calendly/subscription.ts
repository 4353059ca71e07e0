import type { Fault, Session } from "@/lib/integrations/contract/duties";
import { subscriptionAnswer } from "./answers";
import type { CalendlyApi } from "./api";

/** What we want to be told. */
const events = [
  "invitee.created",
  "invitee.canceled",
  "invitee_no_show.created",
  "invitee_no_show.deleted",
] as const;

/** How news comes: told by webhook, or asked for, and why. */
export type News = Readonly<{ by: "webhook"; uri: string } | { by: "polling"; because: string }>;

type Kept = Readonly<{ news: News } | { fault: Fault }>;

/**
 * Sees to it that Calendly tells this connection's news. A subscription that it has disabled, of which nobody is told,
 * brings nothing any more and cannot be mended: it goes, and another comes. Where plan or scopes allow none, we ask.
 */
export async function keepSubscription(
  api: CalendlyApi,
  session: Session,
  organization: string,
): Promise<Kept> {
  const user = session.account.id;
  const mine = { organization, user, scope: "user" };
  const listed = await api.all(subscriptionAnswer, "/webhook_subscriptions", mine);
  if (!listed.ok) return withoutNews(listed);
  const ours = listed.value.filter(({ callback_url }) => callback_url === session.webhookUrl);
  const living = ours.find(({ state }) => state === "active");
  if (living && events.every((name) => living.events.includes(name))) return told(living.uri);
  for (const { uri } of ours) await removeSubscription(api, uri);
  const made = await api.one(subscriptionAnswer, "POST", "/webhook_subscriptions", {
    url: session.webhookUrl,
    events: [...events],
    ...mine,
    // An app's subscriptions are signed by the app's key; one of a person's own key has one of its own.
    ...(session.webhookKey !== null && { signing_key: session.webhookKey }),
  });
  if (made.ok) return told(made.value.uri);
  // Somebody made it a moment ago.
  return made.fault === "exists" ? told("") : withoutNews(made);
}

const told = (uri: string): Kept => ({ news: { by: "webhook", uri } });

/** `refused`: Calendly says 400 where the scope of bookings is missing. */
function withoutNews(fault: Fault): Kept {
  const because = { scope: "scope", plan: "plan", refused: "scope" }[String(fault.fault)];
  return because ? { news: { by: "polling", because } } : { fault };
}

export async function removeSubscription(api: CalendlyApi, uri: string): Promise<void> {
  const path = api.pathOf(uri);
  if (path !== null) await api.remove(path);
}
