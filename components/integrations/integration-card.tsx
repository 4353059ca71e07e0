"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Manifest } from "@/lib/integrations/contract/declaration";
import { paths } from "@/lib/paths";
import { ConnectionBadge } from "./connection-badge";
import { ConnectionPanel } from "./connection-panel";
import { useConnection } from "./connections-context";
import { providerIcons } from "./provider-icons";

type IntegrationCardProps = { provider: Manifest; children: ReactNode };

/** The card of a provider: its state, what connecting it brings, how it is connected, and its settings. */
export function IntegrationCard({ provider, children }: IntegrationCardProps) {
  const { name, icon, connect } = provider;
  const t = useTranslations("settings.integrations");
  const id = useId();
  const Icon = providerIcons[icon];
  const connection = useConnection(name);
  const state = connect === null || connection === null ? "disconnected" : connection?.state;
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
            {connect?.by !== "link" && state && <ConnectionBadge state={state} />}
          </div>
          <p className="mt-1 text-ink-soft">{t(`${name}.brings`)}</p>
          <p className="mt-2 text-sm text-ink-faint">{t(`${name}.state`)}</p>
        </div>
        {connect?.by === "link" && (
          <Link
            href={paths.settings.page(connect.page)}
            className={buttonClass({ size: "sm" })}
            aria-label={`${t("connection.setUp")}: ${t(`${name}.title`)}`}
          >
            {t("connection.setUp")}
          </Link>
        )}
      </header>
      {connect?.by === "account" && connection !== undefined && (
        <ConnectionPanel provider={name} scopes={connect.scopes} connection={connection} />
      )}
      {children}
    </Card>
  );
}
