"use client";

import { ArrowRight, Check, CircleSlash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { paths } from "@/lib/paths";
import type { Channel } from "@/lib/vocabulary/channels";
import { isReached, type Destination } from "./destinations";
import { useMatrix } from "./matrix-model";

type DestinationLineProps = { channel: Channel; destination: Destination; className?: string };

/** Says where a channel arrives, or why it does not, and what to do about it. */
export function DestinationLine({ channel, destination, className }: DestinationLineProps) {
  const reached = isReached(destination);
  const canSetUp = channel !== "inApp" && destination.kind !== "notConfigured";
  const Icon = reached ? Check : CircleSlash2;
  return (
    <p className={cn("flex gap-1.5 text-sm text-ink-soft", className)}>
      <Icon
        aria-hidden="true"
        className={cn("mt-0.5 size-3.5 shrink-0", reached ? "text-positive" : "text-caution")}
      />
      <span className="min-w-0 wrap-anywhere">
        <Words destination={destination} /> {canSetUp && <SetUpLink channel={channel} reached={reached} />}
      </span>
    </p>
  );
}

function Words({ destination }: { destination: Destination }) {
  const t = useTranslations("settings.notifications.destination");
  if (destination.kind !== "address" && destination.kind !== "mail")
    return t(destination.kind === "push" ? `push.${destination.state}` : destination.kind);
  return t.rich(destination.kind, {
    address: () => <bdi className="wrap-anywhere text-ink">{destination.address}</bdi>,
  });
}

type FoldedLineProps = { destination: Destination; isOn: boolean; className?: string };

/** The same in a few words, for a channel whose card is folded; also where nothing is switched on for it. */
export function FoldedLine({ destination, isOn, className }: FoldedLineProps) {
  const t = useTranslations("settings.notifications.destination.folded");
  const reached = isReached(destination);
  const works = isOn && reached;
  const Icon = works ? Check : CircleSlash2;
  const address = destination.kind === "address" ? destination.address : "";
  const why = destination.kind === "push" ? `push.${destination.state}` : destination.kind;
  return (
    <p className={cn("flex items-center gap-1.5 text-sm text-ink-soft", className)}>
      <Icon
        aria-hidden="true"
        className={cn("size-3.5 shrink-0", works ? "text-positive" : "text-caution")}
      />
      <span className="min-w-0 truncate">
        {isOn || !reached ? t.rich(why, { address: () => <bdi>{address}</bdi> }) : t("off")}
      </span>
    </p>
  );
}

/** A link to the card of the channel; apps are connected on a page of their own. Its label names the channel for screen readers that read links out of context. */
export function SetUpLink({ channel, reached = false }: { channel: Channel; reached?: boolean }) {
  const t = useTranslations("settings.notifications.destination");
  const { channelName } = useMatrix();
  const isApps = channel === "apps";
  const words = isApps
    ? t(reached ? "changeApps" : "setUpApps")
    : t(reached ? "changeOf" : "setUpOf", { channel: channelName(channel) });
  return (
    <Link
      href={isApps ? paths.settings.integrations() : `${paths.settings.destinations()}#${channel}`}
      aria-label={words}
      className="tap inline-flex items-center gap-0.5 rounded-sm font-medium whitespace-nowrap text-accent hover:underline"
    >
      {t(reached ? "change" : "setUp")}
      <ArrowRight aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
    </Link>
  );
}
