"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Connection } from "@/lib/integrations/contract/connection";
import { useConnectionDeed, useConnectionsPage } from "./connections-context";

/** What the provider told and no further attempt will bring in, and the way to try it again. */
export function DeadEvents({ connection: { provider, deadEvents } }: { connection: Connection }) {
  const t = useTranslations("settings.integrations.connection");
  const name = useTranslations("settings.integrations")(`${provider}.title`);
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const retry = () =>
    run(
      () => actions.retryConnectionEvents({ userId, provider }),
      () => toast(t("retried")),
    );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded bg-caution-soft px-3 py-2 text-sm">
      <p className="min-w-0 grow basis-56">{t("dead", { count: deadEvents, name })}</p>
      <Button size="sm" pending={pending} onClick={retry} aria-label={`${t("retry")}: ${name}`}>
        <RotateCw aria-hidden="true" />
        {t("retry")}
      </Button>
    </div>
  );
}
