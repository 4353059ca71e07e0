"use client";

import { useTranslations } from "next-intl";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { isConnected, type Connection } from "@/lib/integrations/contract/connection";
import type { Connect } from "@/lib/integrations/contract/declaration";
import { ConnectButtons } from "./connect-buttons";
import { connectForms, ownDeeds } from "./connect-forms";
import { ConnectionFacts } from "./connection-facts";
import { ConnectionButtons, EndButton } from "./connection-buttons";
import { useConnectionsPage } from "./connections-context";

type ConnectionPanelProps = {
  provider: string;
  /** Null: it is connected by a form of its own, and asks for nothing over there. */
  account: Extract<Connect, { by: "account" }> | null;
  connection: Connection | null;
};

/** How an account is connected: what will be asked for and the way there, or how it stands and the way out. */
export function ConnectionPanel({ provider, account, connection }: ConnectionPanelProps) {
  const t = useTranslations("settings.integrations");
  const ways = useConnectionsPage().ways[provider] ?? [];
  const isOn = connection !== null && isConnected(connection);
  const [Form, Deed] = [connectForms[provider], ownDeeds[provider]];
  return (
    <div ref={useFocusHandover<HTMLDivElement>()} className="grid gap-3 px-5 py-4">
      {isOn && <ConnectionFacts connection={connection} isTold={account !== null} />}
      {!isOn && ways.length > 0 && account !== null && (
        <div className="text-sm text-ink-soft">
          <p>{t("connection.asks")}</p>
          <ul className="mt-1 list-disc ps-5">
            {account.scopes.map(({ word }) => (
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
        {isOn && account !== null && <ConnectionButtons connection={connection} />}
        {isOn && account === null && Deed && <Deed />}
        {isOn && account === null && <EndButton provider={provider} text={t(`${provider}.endText`)} />}
        {account !== null && (!isOn || connection.state === "needs_reconnect") && (
          <ConnectButtons provider={provider} ways={ways} fields={account.fields ?? []} again={isOn} />
        )}
        {Form && ways.length > 0 && <Form again={isOn} />}
      </div>
    </div>
  );
}
