"use client";

import { Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Manifest } from "@/lib/integrations/manifest";
import { providerIcons } from "./provider-icons";

type IntegrationCardProps = { provider: Manifest; children: ReactNode };

/** The card of a provider: its state, what connecting it will bring, and its settings. */
export function IntegrationCard({ provider: { name, icon }, children }: IntegrationCardProps) {
  const t = useTranslations("settings.integrations");
  const id = useId();
  const Icon = providerIcons[icon];
  return (
    <Card id={name} aria-labelledby={id} className="divide-y divide-line">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 pt-5 pb-4">
        <span
          aria-hidden="true"
          className="flex size-10 shrink-0 items-center justify-center rounded bg-sunken text-ink-soft"
        >
          <Icon className="size-5" />
        </span>
        <div className="min-w-0 grow basis-56">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h2 id={id} className="text-md font-semibold">
              {t(`${name}.title`)}
            </h2>
            <Badge icon={<Unplug aria-hidden="true" />}>{t("notConnected")}</Badge>
          </div>
          <p className="mt-1 text-ink-soft">{t(`${name}.brings`)}</p>
          <p className="mt-2 text-sm text-ink-faint">{t(`${name}.state`)}</p>
        </div>
      </header>
      {children}
    </Card>
  );
}
