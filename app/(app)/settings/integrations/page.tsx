import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { setCalendarAddress } from "@/app/actions/calendar-address";
import * as connectionActions from "@/app/actions/connections";
import { sendTrialMessage } from "@/app/actions/destinations";
import * as mailActions from "@/app/actions/mail";
import * as projectActions from "@/app/actions/project-apps";
import { registerWhatsappNumber, shareWhatsappNumber } from "@/app/actions/whatsapp";
import { IntegrationSettings } from "@/components/integrations/integration-settings";
import { readAsPerson } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { readProjectApps } from "@/lib/integrations/project-apps/store";
import { signingProviders } from "@/lib/integrations/secrets/service";
import { waysToConnect } from "@/lib/integrations/service";
import { listConnections } from "@/lib/integrations/store";
import { loadWhatsappCard } from "@/lib/integrations/whatsapp/service";
import { addressOf, makesAddresses } from "@/lib/notifications/calendar-address/service";
import { readAddress } from "@/lib/notifications/calendar-address/store";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.integrations"))("pageTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function IntegrationsPage({ searchParams }: Props) {
  const [identity, asked, connections, kept, projectApps, whatsapp] = await Promise.all([
    getIdentity(),
    searchParams,
    readAsPerson(listConnections),
    readAsPerson(readAddress),
    readAsPerson(readProjectApps),
    getIdentity().then((person) => person && loadWhatsappCard(person.userId)),
  ]);
  if (!identity) redirect(paths.signIn(paths.settings.integrations()));
  const page = {
    userId: identity.userId,
    email: identity.email,
    actions: { ...connectionActions, ...mailActions, ...projectActions, sendTrialMessage },
    connections: connections.ok ? connections.value : null,
    projectApps: projectApps.ok ? projectApps.value : null,
    ways: waysToConnect(),
    signing: signingProviders(),
    whatsapp: { card: whatsapp, share: shareWhatsappNumber, register: registerWhatsappNumber },
  };
  const wayBack = { provider: wordOf(asked.connected), failure: wordOf(asked.failed) };
  const { userId } = identity;
  const calendar = {
    userId,
    setCalendarAddress,
    calendar: kept.ok
      ? {
          address: addressOf(kept.value, userId),
          fetchedAt: kept.value?.fetched_at ?? null,
          isPossible: makesAddresses(),
        }
      : null,
  };
  return <IntegrationSettings page={page} calendar={calendar} wayBack={wayBack} />;
}

/** A word of the address, which anybody may write: it only picks one of our own sentences. */
const wordOf = (value: string | string[] | undefined) =>
  typeof value === "string" && /^[a-zA-Z-]{1,40}$/.test(value) ? value : null;
