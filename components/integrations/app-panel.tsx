"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast, toastError } from "@/components/ui/toast";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { useLocale } from "@/components/ui/use-locale";
import { isConnected, type Connection } from "@/lib/integrations/contract/connection";
import { paths } from "@/lib/paths";
import { EndButton } from "./connections/end-button";
import { useConnectionDeed, useConnectionsPage } from "./connections/connections-context";
import { KeyDialog } from "./connections/key-dialog";
import { SecretButton } from "./connections/secret-button";

type AppPanelProps = { provider: string; connection: Connection | null };

/** How an app is connected that takes notifications: the way there, or where they go, a trial and the way out. */
export function AppPanel({ provider, connection }: AppPanelProps) {
  const t = useTranslations("settings.integrations");
  const { userId, actions, ways, signing } = useConnectionsPage();
  const one = { userId, provider };
  const name = t(`${provider}.title`);
  const isHere = (ways[provider] ?? []).length > 0;
  const isOn = connection !== null && isConnected(connection);
  const isWell = isOn && connection.state !== "needs_reconnect";
  return (
    <div ref={useFocusHandover<HTMLDivElement>()} className="grid gap-3 px-5 py-4">
      {isOn && <AppFacts connection={connection} />}
      {!isOn && !isHere && <p className="text-sm text-ink-soft">{t("notHere")}</p>}
      <div className="flex flex-wrap gap-2">
        {isWell && <TrialButton connection={connection} />}
        {isWell && signing.includes(provider) && (
          <SecretButton name={name} make={() => actions.changeSigningSecret(one)} />
        )}
        {!isWell && isHere && <ConnectApp provider={provider} again={isOn} />}
        {isOn && (
          <EndButton name={name} text={t("connection.endApp")} end={() => actions.disconnectAccount(one)} />
        )}
      </div>
    </div>
  );
}

/** Where it goes, why it is not well where it is not, and where its switches are. */
function AppFacts({ connection: { account, problem } }: { connection: Connection }) {
  const t = useTranslations("settings.integrations");
  return (
    <>
      {problem !== null && (
        <p className="rounded bg-caution-soft px-3 py-2 text-sm">
          {t(t.has(`problems.${problem}`) ? `problems.${problem}` : "problems.other")}
        </p>
      )}
      <h3 className="font-semibold">{t("project.yours")}</h3>
      <p className="text-sm">
        <bdi className="wrap-anywhere">{account?.name ?? "–"}</bdi>
      </p>
      <p className="text-sm text-ink-soft">
        {t.rich("connection.matrix", {
          link: (words) => (
            <Link href={paths.settings.notifications()} className="text-accent underline">
              {words}
            </Link>
          ),
        })}
      </p>
    </>
  );
}

function ConnectApp({ provider, again }: { provider: string; again: boolean }) {
  const t = useTranslations("settings.integrations.connection");
  const name = useTranslations("settings.integrations")(`${provider}.title`);
  const [asks, setAsks] = useState(false);
  const words = t(again ? "again" : "connect");
  return (
    <>
      <Button
        variant="primary"
        aria-haspopup="dialog"
        onClick={() => setAsks(true)}
        aria-label={`${words}: ${name}`}
      >
        {words}
      </Button>
      <KeyDialog provider={provider} name={name} forAddress open={asks} onOpenChange={setAsks} />
    </>
  );
}

function TrialButton({ connection: { id, provider } }: { connection: Connection }) {
  const t = useTranslations();
  const name = t(`settings.integrations.${provider}.title`);
  const locale = useLocale();
  const { userId, actions } = useConnectionsPage();
  const { pending, run } = useConnectionDeed();
  const words = t("settings.integrations.connection.try");
  const send = () =>
    run(
      () => actions.sendTrialMessage({ userId, id, locale }),
      (sent) =>
        sent.sent
          ? toast(t("settings.destinations.trialSent"))
          : toastError(t(`notifications.reasons.${sent.reason}`)),
    );
  return (
    <Button pending={pending} onClick={send} aria-label={`${words}: ${name}`}>
      {words}
    </Button>
  );
}
