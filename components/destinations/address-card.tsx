"use client";

import type { OutgoingChannel } from "@/lib/vocabulary/channels";
import { useTranslations } from "next-intl";
import type { PersonDestination } from "@/lib/notifications/destinations/destination";
import { AddAddress } from "./add-address";
import { ChannelFrame } from "./channel-frame";
import { DestinationRow } from "./destination-row";
import { NotConfigured } from "./not-configured";

type AddressCardProps = {
  channel: Exclude<OutgoingChannel, "push">;
  destinations: readonly PersonDestination[];
  configured: boolean;
};

/** Addresses or numbers of one channel, and the field that adds one. */
export function AddressCard({ channel, destinations, configured }: AddressCardProps) {
  const t = useTranslations(`settings.destinations.${channel}`);
  return (
    <ChannelFrame channel={channel} title={t("title")} description={t("description")}>
      {!configured && <NotConfigured />}
      {destinations.length > 0 && (
        <ul className="divide-y divide-line">
          {destinations.map((each) => (
            <DestinationRow key={each.id} destination={each} configured={configured} />
          ))}
        </ul>
      )}
      {configured && <AddAddress channel={channel} />}
    </ChannelFrame>
  );
}
