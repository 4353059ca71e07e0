"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { useFormats } from "@/components/ui/use-formats";
import { useNow } from "@/components/ui/use-now";
import { useRelativeTime } from "@/components/ui/use-relative-time";
import { useDeviceWords } from "@/components/ui/use-device-words";
import type { SignIn } from "@/lib/account/account";
import { deviceName, partsOfDevice } from "@/lib/vocabulary/device-name";

type DeviceRowProps = {
  signIn: SignIn;
  pending: boolean;
  onSignOut: () => void;
};

export function DeviceRow({ signIn, pending, onSignOut }: DeviceRowProps) {
  const t = useTranslations("settings.account.devices");
  const { fullMoment } = useFormats();
  const seen = useSeen(signIn);
  const device = useNameOf(signIn.user_agent ?? "");
  const since = t("since", { date: fullMoment(signIn.began_at) });
  const Icon = /\b(iPhone|Android|Mobile)\b/.test(signIn.user_agent ?? "") ? Smartphone : Laptop;
  return (
    <li
      ref={useFocusHandover<HTMLLIElement>()}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-(--row-y)"
    >
      <div className="flex min-w-0 grow basis-56 gap-3">
        <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-soft" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {device}
            {signIn.this && <Badge tone="accent">{t("this")}</Badge>}
          </p>
          <p className="mt-0.5 text-sm text-ink-soft">
            {seen} · {since}
          </p>
        </div>
      </div>
      {!signIn.this && (
        <Button
          size="sm"
          pending={pending}
          onClick={onSignOut}
          className="max-sm:ms-8"
          aria-label={t("signOutOf", { device, since })}
        >
          {t("signOut")}
        </Button>
      )}
    </li>
  );
}

const minuteMs = 60_000;

/** A device renews its token once an hour: what it did since is not known, but for the one that asks. */
function useSeen({ this: isThis, seen_at }: SignIn): string {
  const t = useTranslations("settings.account.devices");
  const ago = useRelativeTime();
  const now = useNow({ updateInterval: minuteMs });
  const seen = new Date(seen_at);
  if (isThis || now.getTime() - seen.getTime() < minuteMs) return t("now");
  return t("seen", { ago: ago(seen, { now }) });
}

/** This app tells Auth the name of a device; whoever else signs in tells it all that the browser says. */
function useNameOf(userAgent: string): string {
  const t = useTranslations("settings.account.devices");
  const words = useDeviceWords();
  const name = partsOfDevice(userAgent) ? userAgent : deviceName({ userAgent });
  return words(name) || t("unknown");
}
