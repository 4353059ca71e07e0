"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toastError } from "@/components/ui/toast";
import { useConnectionsPage } from "./connections/connections-context";
import { KeyDialog } from "./connections/key-dialog";

type ConnectButtonsProps = {
  provider: string;
  ways: readonly ("oauth" | "personal")[];
  fields: readonly string[];
  again: boolean;
};

/** The ways to connect: the provider's own sign-in, and a key that the person made there. */
export function ConnectButtons({ provider, ways, fields, again }: ConnectButtonsProps) {
  const t = useTranslations("settings.integrations.connection");
  const [asksForKey, setAsksForKey] = useState(false);
  const { leaving, leave } = useLeaving(provider);
  const name = useTranslations("settings.integrations")(`${provider}.title`);
  const words = t(again ? "again" : "connect");
  return (
    <>
      {ways.includes("oauth") && (
        <Button variant="primary" pending={leaving} onClick={leave} aria-label={`${words}: ${name}`}>
          {words}
        </Button>
      )}
      {ways.includes("personal") && (
        <Button
          aria-haspopup="dialog"
          onClick={() => setAsksForKey(true)}
          aria-label={`${t("byKey")}: ${name}`}
        >
          {t("byKey")}
        </Button>
      )}
      <KeyDialog
        provider={provider}
        name={name}
        fields={fields}
        open={asksForKey}
        onOpenChange={setAsksForKey}
      />
    </>
  );
}

/** Goes to the provider. However often it is pressed, one way is begun. */
function useLeaving(provider: string) {
  const t = useTranslations("errors.codes");
  const { userId, actions } = useConnectionsPage();
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    if (leaving) return;
    setLeaving(true);
    const begun = await actions.beginConnection({ userId, provider }).catch(() => null);
    if (begun?.ok) return location.assign(begun.value.url);
    setLeaving(false);
    toastError(t(begun ? begun.error.code : "unavailable"));
  }
  return { leaving, leave: () => void leave() };
}
