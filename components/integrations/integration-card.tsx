"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useId, type ReactNode } from "react";
import { standsFor } from "@/components/settings/search/hidden-fields";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { Manifest } from "@/lib/integrations/contract/declaration";
import { paths } from "@/lib/paths";
import { fieldId } from "@/lib/settings/form/field-id";
import { AppPanel } from "./app-panel";
import { ConnectionBadge } from "./connections/connection-badge";
import { ConnectionPanel } from "./connection-panel";
import { useConnection } from "./connections/connections-context";
import type { Standing } from "./gallery";
import { ProjectApps } from "./project/project-apps";
import { providerIcons } from "./provider-icons";

type IntegrationCardProps = {
  provider: Manifest;
  standing: Standing;
  /** The settings that come with connecting it: who looks for one of them is shown the card. */
  later: readonly string[];
  /** Takes the whole row. */
  isWide: boolean;
  children: ReactNode;
};

/** The card of a provider: its state, what connecting it brings, how it is connected, and its settings. */
export function IntegrationCard({ provider, standing, later, isWide, children }: IntegrationCardProps) {
  const { name, icon, category, connect } = provider;
  const t = useTranslations("settings.integrations");
  const id = useId();
  const Icon = providerIcons[icon];
  const connection = useConnection(name);
  return (
    <Card
      id={name}
      tabIndex={-1}
      aria-labelledby={id}
      className={cn("divide-y divide-line", isWide && "col-span-full")}
      {...standsFor(later.map(fieldId))}
    >
      <header className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 pt-5 pb-4">
        <span
          aria-hidden="true"
          className="flex size-10 shrink-0 items-center justify-center rounded bg-sunken text-ink-soft"
        >
          <Icon className="size-5" />
        </span>
        <div className="min-w-0 grow basis-56">
          <p className="text-sm text-ink-faint">{t(`categories.${category}`)}</p>
          <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h2 id={id} className="text-md font-semibold">
              {t(`${name}.title`)}
            </h2>
            <State provider={provider} standing={standing} />
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
      {(connect?.by === "account" || connect?.by === "form") && connection !== undefined && (
        <ConnectionPanel provider={name} connect={connect} connection={connection} />
      )}
      {connect?.by === "address" && connection !== undefined && (
        <AppPanel provider={name} connection={connection} />
      )}
      {connection !== undefined && <ProjectApps provider={name} byAddress={connect?.by === "address"} />}
      {children}
    </Card>
  );
}

/** What is set up on another page is connected once it reaches the person; a connection says more. */
function State({
  provider: { name, connect },
  standing,
}: Pick<IntegrationCardProps, "provider" | "standing">) {
  const connection = useConnection(name);
  if (connect?.by === "link")
    return <ConnectionBadge state={standing === "connected" ? "connected" : "disconnected"} />;
  const state = connect === null || connection === null ? "disconnected" : connection?.state;
  // What is connected for everybody in a project is connected for the person, too.
  if (state === "disconnected" && standing !== "available" && standing !== "none")
    return <ConnectionBadge state={standing === "connected" ? "connected" : "needs_reconnect"} />;
  return state ? <ConnectionBadge state={state} /> : null;
}
