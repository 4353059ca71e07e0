"use client";

import { BellRing } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast, toastError } from "@/components/ui/toast";
import { useDeviceWords } from "@/components/ui/use-device-words";
import { subscribeToPush } from "@/lib/device/push-subscription";
import type { PersonDestination } from "@/lib/notifications/destinations/destination";
import { deviceName } from "@/lib/vocabulary/device-name";
import { ChannelFrame } from "./channel-frame";
import { DestinationRow } from "./destination-row";
import { useDeed, useDestinationsPage } from "./destinations-context";
import { NotConfigured } from "./not-configured";
import { usePushState } from "@/components/ui/use-push-state";

type PushCardProps = { destinations: readonly PersonDestination[]; publicKey: string | null };

/** Browsers that show notifications, and the button that adds this one. */
export function PushCard({ destinations, publicKey }: PushCardProps) {
  const t = useTranslations("settings.destinations.push");
  const { deviceId } = useDestinationsPage();
  const state = usePushState();
  const here = destinations.find(({ device_id: device }) => device !== null && device === deviceId);
  return (
    <ChannelFrame channel="push" title={t("title")} description={t("description")}>
      {publicKey === null && <NotConfigured />}
      {destinations.length > 0 && (
        <ul className="divide-y divide-line">
          {destinations.map((each) => (
            <DestinationRow
              key={each.id}
              destination={each}
              configured={publicKey !== null}
              isHere={each === here}
            />
          ))}
        </ul>
      )}
      {publicKey !== null && !here && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-(--row-y)">
          <p className="min-w-0 grow basis-56 text-sm text-ink-soft">{t(`state.${state}`)}</p>
          {(state === "default" || state === "granted") && <TurnOn publicKey={publicKey} />}
        </div>
      )}
    </ChannelFrame>
  );
}

function TurnOn({ publicKey }: { publicKey: string }) {
  const t = useTranslations();
  const { userId, actions } = useDestinationsPage();
  const { pending, run } = useDeed();
  const deviceWords = useDeviceWords();
  const name = () =>
    deviceWords(deviceName({ userAgent: navigator.userAgent })) ||
    t("settings.destinations.push.thisBrowser");
  // The browser asks the person within the press itself, before anything else is waited for.
  const turnOn = () =>
    void subscribeToPush(publicKey).then((made) => {
      if (!made.ok) return toastError(t(`settings.destinations.push.problem.${made.why}`));
      run(
        () => actions.addPushSubscription({ userId, subscription: made.subscription, name: name() }),
        () => toast(t("settings.destinations.push.done")),
      );
    });
  return (
    <Button pending={pending} onClick={turnOn}>
      <BellRing aria-hidden="true" />
      {t("settings.destinations.push.turnOn")}
    </Button>
  );
}
