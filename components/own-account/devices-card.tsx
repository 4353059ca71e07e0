"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/use-focus-handover";
import { toast, toastError } from "@/components/ui/toast";
import type { SignIn } from "@/lib/account/account";
import type { AccountActions } from "./account-actions";
import { AccountCard } from "./account-card";
import { DeviceRow } from "./device-row";

type DevicesCardProps = { signIns: readonly SignIn[]; action: AccountActions["endSignIns"] };

export function DevicesCard({ signIns, action }: DevicesCardProps) {
  const t = useTranslations("settings.account.devices");
  const { ending, end } = useEndSignIns(action);
  const others = signIns.filter((signIn) => !signIn.this);
  const signOutOthers = <SignOutOthers pending={ending === "all"} onSignOut={() => end(null)} />;
  return (
    <AccountCard
      title={t("title")}
      description={others.length > 0 ? t("body") : t("alone")}
      action={others.length > 0 && signOutOthers}
    >
      <ul className="divide-y divide-line">
        {signIns.map((signIn) => (
          <DeviceRow
            key={signIn.id}
            signIn={signIn}
            pending={ending === signIn.id}
            onSignOut={() => end(signIn.id)}
          />
        ))}
      </ul>
      {others.length > 0 && <p className="px-5 py-3 text-sm text-ink-soft">{t("delay")}</p>}
    </AccountCard>
  );
}

type SignOutOthersProps = { pending: boolean; onSignOut: () => void };

/** Gone once nobody is left to sign out: the focus goes on to the page. */
function SignOutOthers({ pending, onSignOut }: SignOutOthersProps) {
  const t = useTranslations("settings.account.devices");
  return (
    <div ref={useFocusHandover<HTMLDivElement>()}>
      <Button pending={pending} onClick={onSignOut}>
        {t("signOutOthers")}
      </Button>
    </div>
  );
}

/** `ending`: the id of the sign-in that is being ended, "all" for all others, null for none. */
function useEndSignIns(action: AccountActions["endSignIns"]) {
  const t = useTranslations();
  const router = useRouter();
  const [ending, setEnding] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  const end = (signInId: string | null) => {
    if (ending !== null) return;
    setEnding(signInId ?? "all");
    startTransition(async () => {
      const result = await action({ signInId }).catch(() => null);
      setEnding(null);
      if (!result?.ok) return toastError(t(`errors.codes.${result?.error.code ?? "unavailable"}`));
      toast(t("settings.account.devices.done", { count: result.value }));
      router.refresh();
    });
  };
  return { ending, end };
}
