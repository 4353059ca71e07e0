"use client";

import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { CloudOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import type { PersonDestination, Undelivered } from "@/lib/notifications/destinations/destination";
import type { Result } from "@/lib/result";
import { AddressCard } from "./address-card";
import { DestinationsContext, type DestinationsPage } from "./destinations-context";
import { PushCard } from "./push-card";
import { UndeliveredCard } from "./undelivered-card";

type DestinationsScreenProps = {
  destinations: Result<PersonDestination[]>;
  /** Of the projects that the person administers. */
  undelivered: Undelivered[];
  /** The channels on which this platform can send. */
  configured: readonly OutgoingChannel[];
  pushKey: string | null;
  page: DestinationsPage;
};

/** Where each channel reaches the person: added, proved, tried and taken away here. */
export function DestinationsScreen(props: DestinationsScreenProps) {
  const { destinations, undelivered, configured, pushKey, page } = props;
  const t = useTranslations("settings.destinations");
  return (
    <div className="grid max-w-form grid-cols-[minmax(0,1fr)] gap-(--gap-y)">
      <PageHeader title={t("title")} description={t("description")} />
      {destinations.ok ? (
        <DestinationsContext value={page}>
          {(["email", "push", "sms", "whatsapp"] as const).map((channel) => {
            const here = destinations.value.filter((each) => each.channel === channel);
            const isConfigured = configured.includes(channel);
            return channel === "push" ? (
              <PushCard key={channel} destinations={here} publicKey={isConfigured ? pushKey : null} />
            ) : (
              <AddressCard key={channel} channel={channel} destinations={here} configured={isConfigured} />
            );
          })}
          {undelivered.length > 0 && <UndeliveredCard undelivered={undelivered} />}
        </DestinationsContext>
      ) : (
        <Unavailable />
      )}
    </div>
  );
}

function Unavailable() {
  const t = useTranslations("settings.destinations");
  const router = useRouter();
  return (
    <Banner
      tone="caution"
      role="alert"
      icon={<CloudOff aria-hidden="true" />}
      title={t("unavailable")}
      action={
        <Button size="sm" onClick={() => router.refresh()}>
          {t("tryAgain")}
        </Button>
      }
    />
  );
}
