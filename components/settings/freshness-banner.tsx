"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import type { Freshness } from "@/lib/settings/client/view";
import { useRelativeTime } from "@/components/ui/use-relative-time";

/** Shown where the server could not read the settings: says what the page shows instead, and since when. */
export function FreshnessBanner({ status, at }: Freshness) {
  const t = useTranslations("settings.freshness");
  const ago = useRelativeTime();
  const now = useDeviceNow(30_000);
  if (status !== "cached" && status !== "defaults") return null;
  const isJustNow = at !== null && now.getTime() - Date.parse(at) < 60_000;
  const when = at === null ? "" : isJustNow ? t("justNow") : ago(new Date(at), { now });
  return (
    <Banner
      tone="caution"
      icon={<CloudOff aria-hidden="true" />}
      // Screen readers announce the banner once; the minutes in its body change silently.
      title={<span role="status">{t(`${status}.title`)}</span>}
    >
      {t(`${status}.body`, { when })}
    </Banner>
  );
}

/**
 * The time on the clock that wrote `at`: the server's clock, with which the page is rendered, may differ by minutes.
 */
function useDeviceNow(intervalMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const id = setInterval(() => setNow(new Date()), intervalMs);
    return () => clearInterval(id);
  }, [intervalMs]);
  return now;
}
