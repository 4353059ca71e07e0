"use client";

import { useTranslations } from "next-intl";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { isConnected, type Connection } from "@/lib/integrations/contract/connection";
import type { Connect } from "@/lib/integrations/contract/declaration";
import { ConnectButtons } from "./connect-buttons";
import { connectForms, ownDeeds } from "./connect-forms";
import { ConnectionFacts } from "./connection-facts";
import { ConnectionButtons } from "./connection-buttons";
import { EndButton } from "./connections/end-button";
import { useConnectionsPage } from "./connections/connections-context";

type ConnectionPanelProps = {
  provider: string;
  connect: Extract<Connect, { by: "account" | "form" }>;
  connection: Connection | null;
};

/** How an account is connected: what will be asked for and the way there, or how it stands and the way out. */
export function ConnectionPanel({ provider, connect, connection }: ConnectionPanelProps) {
  const t = useTranslations("settings.integrations");
  const { userId, actions, ways: all } = useConnectionsPage();
  const ways = all[provider] ?? [];
  const isOn = connection !== null && isConnected(connection);
  // Who is connected by a form of its own is asked for nothing over there.
  const { scopes, fields = [] } = connect.by === "account" ? connect : { scopes: null };
  const [Form, Deed] = [connectForms[provider], ownDeeds[provider]];
  return (
    <div ref={useFocusHandover<HTMLDivElement>()} className="grid gap-3 px-5 py-4">
      {isOn && <ConnectionFacts connection={connection} isTold={scopes !== null} />}
      {!isOn && ways.length > 0 && scopes !== null && (
        <div className="text-sm text-ink-soft">
          <p>{t("connection.asks")}</p>
          <ul className="mt-1 list-disc ps-5">
            {scopes.map(({ word }) => (
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
        {isOn && scopes !== null && <ConnectionButtons connection={connection} />}
        {isOn && scopes === null && Deed && <Deed />}
        {isOn && scopes === null && (
          <EndButton
            name={t(`${provider}.title`)}
            text={t(`${provider}.endText`)}
            end={() => actions.disconnectAccount({ userId, provider })}
          />
        )}
        {scopes !== null && (!isOn || ["needs_reconnect", "expiring"].includes(connection.state)) && (
          <ConnectButtons provider={provider} ways={ways} fields={fields} again={isOn} />
        )}
        {Form && ways.length > 0 && <Form again={isOn} />}
      </div>
    </div>
  );
}
