"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast, toastError } from "@/components/ui/toast";
import type { Connection } from "@/lib/integrations/contract/connection";
import { useConnectionDeed, useConnectionsPage } from "./connections/connections-context";

/** What can be done with an account that is connected: fetch now, and end it. */
export function ConnectionButtons({ connection: { provider, state } }: { connection: Connection }) {
  const t = useTranslations("settings.integrations.connection");
  const words = useTranslations("settings.integrations");
  const name = words(`${provider}.title`);
  const { userId, actions } = useConnectionsPage();
  const syncing = useConnectionDeed();
  const sync = () =>
    syncing.run(
      () => actions.syncConnection({ userId, provider }),
      ({ fault }) => (fault === null ? toast(t("synced")) : toastError(t("syncFailed"))),
    );
  return (
    <>
      {state !== "needs_reconnect" && (
        <Button pending={syncing.pending} onClick={sync} aria-label={`${t("syncNow")}: ${name}`}>
          {t("syncNow")}
        </Button>
      )}
      <EndButton
        provider={provider}
        text={words.has(`${provider}.endText`) ? words(`${provider}.endText`) : t("endText")}
      />
    </>
  );
}

/** Ends a connection, after a question. `text`: what ends with it. */
export function EndButton({ provider, text }: { provider: string; text: string }) {
  const t = useTranslations("settings.integrations.connection");
  const name = useTranslations("settings.integrations")(`${provider}.title`);
  const { userId, actions } = useConnectionsPage();
  const ending = useConnectionDeed();
  const [asksToEnd, setAsksToEnd] = useState(false);
  const end = () =>
    ending.run(
      () => actions.disconnectAccount({ userId, provider }),
      ({ revoked }) => {
        setAsksToEnd(false);
        toast(t(revoked ? "disconnected" : "disconnectedOnly"));
      },
    );
  return (
    <>
      <Button variant="danger" onClick={() => setAsksToEnd(true)} aria-label={`${t("disconnect")}: ${name}`}>
        {t("disconnect")}
      </Button>
      <Dialog
        open={asksToEnd}
        onOpenChange={setAsksToEnd}
        title={t("endTitle", { name })}
        description={text}
        actions={
          <>
            <Button onClick={() => setAsksToEnd(false)}>{t("keep")}</Button>
            <Button variant="danger" pending={ending.pending} onClick={end}>
              {t("disconnect")}
            </Button>
          </>
        }
      />
    </>
  );
}
