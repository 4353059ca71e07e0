"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Banner } from "@/components/ui/banner";
import { paths } from "@/lib/paths";

/** What came of going to a provider; `failure`: a key of `settings.integrations.failed`, null where it is connected. */
export type WayBackNews = { provider: string | null; failure: string | null };

/** Tells it once: the address forgets it, so that a reload says nothing that is old. */
export function WayBack({ provider, failure }: WayBackNews) {
  const t = useTranslations("settings.integrations");
  useEffect(() => {
    if (provider !== null || failure !== null)
      history.replaceState(history.state, "", paths.settings.integrations());
  }, [provider, failure]);
  if (failure !== null) {
    const key = `failed.${failure}`;
    return (
      <Banner tone="caution" role="alert" icon={<CircleAlert aria-hidden="true" />}>
        {t(t.has(key) ? key : "failed.provider")}
      </Banner>
    );
  }
  if (provider === null || !t.has(`${provider}.title`)) return null;
  return (
    <Banner tone="positive" role="status" icon={<CircleCheck aria-hidden="true" />}>
      {`${t(`${provider}.title`)}: ${t("connection.connected")}`}
    </Banner>
  );
}
