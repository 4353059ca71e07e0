import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import * as actions from "@/app/actions/destinations";
import { DestinationsScreen } from "@/components/destinations/destinations-screen";
import { readAsPerson } from "@/lib/action";
import { getIdentity } from "@/lib/auth";
import { configuredChannels, pushKey } from "@/lib/notifications/destinations/platform";
import { createDestinationStore } from "@/lib/notifications/destinations/store";
import { paths } from "@/lib/paths";
import { readDeviceId } from "@/lib/session/device-cookie";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.destinations"))("pageTitle") };
}

export default async function DestinationsPage() {
  const list = readAsPerson((client) => createDestinationStore(client).list());
  const dead = readAsPerson((client) => createDestinationStore(client).undelivered());
  const [identity, destinations, undelivered, deviceId] = await Promise.all([
    getIdentity(),
    list,
    dead,
    readDeviceId(),
  ]);
  if (!identity) redirect(paths.signIn(paths.settings.destinations()));
  return (
    <DestinationsScreen
      page={{ userId: identity.userId, deviceId, actions: { ...actions } }}
      destinations={destinations}
      undelivered={undelivered.ok ? undelivered.value : []}
      configured={configuredChannels()}
      pushKey={pushKey()}
    />
  );
}
