"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast, toastError } from "@/components/ui/toast";
import type { Connection } from "@/lib/integrations/contract/connection";
import { useConnectionDeed, useConnectionsPage } from "./connections/connections-context";
import { EndButton } from "./connections/end-button";

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
        name={name}
        end={() => actions.disconnectAccount({ userId, provider })}
        text={words.has(`${provider}.endText`) ? words(`${provider}.endText`) : t("endText")}
      />
    </>
  );
}
