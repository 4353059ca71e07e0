"use client";

import { CloudOff } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { Freshness } from "@/lib/settings/settings-state";
import { useRelativeTime } from "@/components/ui/use-relative-time";

/** Said where the server could not read: what is shown instead, and since when. */
export function FreshnessBanner({ status, at }: Freshness) {
  const t = useTranslations("settings.freshness");
  const ago = useRelativeTime();
  const now = useNow({ updateInterval: 30_000 });
  if (status !== "cached" && status !== "defaults") return null;
  const when = at ? ago(new Date(at), { now }) : "";
  return (
    <Banner
      tone="caution"
      icon={<CloudOff aria-hidden="true" />}
      // Announced once; the minutes in the body go on counting in silence.
      title={<span role="status">{t(`${status}.title`)}</span>}
    >
      {t(`${status}.body`, { when })}
    </Banner>
  );
}
