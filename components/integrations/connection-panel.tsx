"use client";

import { useTranslations } from "next-intl";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { isConnected, type Connection } from "@/lib/integrations/contract/connection";
import type { Connect } from "@/lib/integrations/contract/declaration";
import { ConnectButtons } from "./connect-buttons";
import { ConnectionFacts } from "./connection-facts";
import { ConnectionButtons } from "./connection-buttons";
import { useConnectionsPage } from "./connections-context";

type ConnectionPanelProps = {
  provider: string;
  connect: Extract<Connect, { by: "account" }>;
  connection: Connection | null;
};

/** How an account is connected: what will be asked for and the way there, or how it stands and the way out. */
export function ConnectionPanel({ provider, connect, connection }: ConnectionPanelProps) {
  const t = useTranslations("settings.integrations");
  const ways = useConnectionsPage().ways[provider] ?? [];
  const isOn = connection !== null && isConnected(connection);
  return (
    <div ref={useFocusHandover<HTMLDivElement>()} className="grid gap-3 px-5 py-4">
      {isOn && <ConnectionFacts connection={connection} />}
      {!isOn && ways.length > 0 && (
        <div className="text-sm text-ink-soft">
          <p>{t("connection.asks")}</p>
          <ul className="mt-1 list-disc ps-5">
            {connect.scopes.map(({ word }) => (
              <li key={word}>{t(`${provider}.scopes.${word}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {!isOn && ways.length > 0 && !ways.includes("oauth") && t.has(`${provider}.byKeyOnly`) && (
        <p className="text-sm text-ink-soft">{t(`${provider}.byKeyOnly`)}</p>
      )}
      {ways.length === 0 && !isOn && <p className="text-sm text-ink-soft">{t("notHere")}</p>}
      <div className="flex flex-wrap gap-2">
        {isOn && <ConnectionButtons connection={connection} />}
        {(!isOn || connection.state === "needs_reconnect") && (
          <ConnectButtons provider={provider} ways={ways} fields={connect.fields ?? []} again={isOn} />
        )}
      </div>
    </div>
  );
}
