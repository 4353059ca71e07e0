"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { useFormats } from "@/components/ui/use-formats";
import type { PersonDestination } from "@/lib/notifications/destinations/destination";
import { CodeForm } from "./code-form";
import { DestinationButtons } from "./destination-buttons";

type DestinationRowProps = { destination: PersonDestination; configured: boolean; isHere?: boolean };

/** One destination: where it is, whether it works, and what can be done about it. */
export function DestinationRow({ destination, configured, isHere = false }: DestinationRowProps) {
  const t = useTranslations("settings.destinations");
  const [asksForCode, setAsksForCode] = useState(false);
  const name = destination.name || destination.address;
  return (
    <li ref={useFocusHandover<HTMLLIElement>()} className="grid gap-3 px-5 py-(--row-y)">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 grow basis-56">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            <bdi className="wrap-anywhere">{name}</bdi>
            <State destination={destination} />
            {isHere && <Badge tone="accent">{t("thisBrowser")}</Badge>}
          </p>
          <p className="mt-0.5 text-sm text-ink-soft">
            <Facts destination={destination} />
          </p>
        </div>
        {configured && (
          <DestinationButtons destination={destination} name={name} onCodeSent={() => setAsksForCode(true)} />
        )}
      </div>
      {asksForCode && destination.verified_at === null && (
        <CodeForm id={destination.id} onDone={() => setAsksForCode(false)} />
      )}
    </li>
  );
}

/** Only where something went does an address work; one that is proved and has had nothing yet is ready. */
function State({ destination }: { destination: PersonDestination }) {
  const t = useTranslations("settings.destinations");
  const { verified_at: verified, disabled_reason: reason, last_sent_at: last } = destination;
  if (reason !== null) return <Badge tone="caution">{t("off")}</Badge>;
  if (verified === null) return <Badge tone="caution">{t("unverified")}</Badge>;
  return last === null ? <Badge>{t("ready")}</Badge> : <Badge tone="positive">{t("on")}</Badge>;
}

/** Why it stopped, where it did; else when something last went there. */
function Facts({ destination }: { destination: PersonDestination }) {
  const t = useTranslations();
  const { fullMoment } = useFormats();
  const {
    disabled_reason: reason,
    disabled_at: since,
    last_sent_at: last,
    verified_at: verified,
  } = destination;
  if (reason !== null && since !== null) {
    const key = `notifications.reasons.${reason}`;
    return `${t.has(key) ? t(key) : t("notifications.reasons.other")} · ${fullMoment(since)}`;
  }
  if (verified === null) return t("settings.destinations.unverifiedHelp");
  if (last === null) return t("settings.destinations.neverSent");
  return t("settings.destinations.lastSent", { at: fullMoment(last) });
}
